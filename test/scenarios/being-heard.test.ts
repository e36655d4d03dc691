import { afterAll, beforeAll, expect, test } from 'vitest';
import { playBeingHeard } from '../../local/story/being-heard.ts';
import { virtualLaptop } from '../support/virtual-laptop.ts';

let world: Awaited<ReturnType<typeof virtualLaptop>>;
beforeAll(async () => {
  world = await virtualLaptop('2026-03-26T08:00:00Z'); // Europe turns its clocks before the second measurement
}, 120_000);
afterAll(() => world.laptop.cloud.stop());

test('a bad answer is called back and measured again, and what twenty customers said is told with how sure it is', async () => {
  const james = await playBeingHeard(world);
  expect(world.errors).toEqual([]);
  const kinds = (await world.timeline(james)).map(({ kind }) => kind);
  const about = kinds.filter((kind) => /^(survey|task-(opened|completed))/.test(kind));
  expect(about.slice(-6)).toEqual([
    'survey-invited',
    'survey-answered',
    'task-opened',
    'task-completed',
    'survey-invited',
    'survey-answered',
  ]);
}, 240_000);
