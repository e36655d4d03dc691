import { afterAll, beforeAll, expect, test } from 'vitest';
import { playLostCard } from '../../local/story/lost-card.ts';
import { cpuSeconds, slowness } from '../support/machine-speed.ts';
import { virtualLaptop } from '../support/virtual-laptop.ts';

let world: Awaited<ReturnType<typeof virtualLaptop>>;
beforeAll(async () => {
  world = await virtualLaptop('2026-03-20T08:00:00Z'); // Nowruz, and in a week Europe turns its clocks
}, 120_000);
afterAll(() => world.laptop.cloud.stop());

test('a lost card is reported, frozen, investigated, solved, told and rated, in less than eight seconds', async () => {
  const before = slowness();
  const [cpu, began] = [cpuSeconds(), performance.now()];
  await playLostCard(world);
  const [used, wall] = [cpu(), (performance.now() - began) / 1000];
  const times = (before + slowness()) / 2;
  const sentence = `${used.toFixed(1)} s of work, ${wall.toFixed(1)} s on the clock, by a machine ${times.toFixed(1)} times slower than a quiet one`;
  process.stdout.write(`The story took ${sentence}\n`);
  expect(world.errors).toEqual([]);
  expect(used / times, sentence).toBeLessThan(8);
}, 240_000); // a busy machine may take long, and that says nothing
