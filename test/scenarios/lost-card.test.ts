import { afterAll, beforeAll, expect, test } from 'vitest';
import { playLostCard } from '../../local/story/lost-card.ts';
import { virtualLaptop } from '../support/virtual-laptop.ts';

let world: Awaited<ReturnType<typeof virtualLaptop>>;
beforeAll(async () => {
  world = await virtualLaptop('2026-03-20T08:00:00Z'); // Nowruz, and in a week Europe turns its clocks
}, 120_000);
afterAll(() => world.laptop.cloud.stop());

test('a lost card is reported, frozen, investigated, solved, told and rated, in a few seconds', async () => {
  const began = process.cpuUsage();
  await playLostCard(world);
  const { user, system } = process.cpuUsage(began);
  expect(world.errors).toEqual([]);
  expect((user + system) / 1e6).toBeLessThan(30); // a runaway, not a race: machines differ
}, 60_000);
