import { expect, test } from 'vitest';
import { playSeed } from './play.ts';
import { definitions } from './simulator/machines.ts';
import { loadRuntime } from './simulator/runtime.ts';

// F11, the small share that every test run plays; `npm run faults` plays ten thousand.

const HERE = 30;
const runtime = await loadRuntime();
const machines = definitions();

test(`${HERE} lives with whatever goes wrong in them hold every invariant`, { timeout: 120_000 }, async () => {
  for (let seed = 1; seed <= HERE; seed++) {
    const { world } = await playSeed(runtime, machines, seed);
    expect(world.broken, `npm run faults -- --seed ${seed}`).toEqual([]);
  }
});

test('a seed plays the same life again, step by step and byte for byte', async () => {
  const traces: string[] = [];
  for (let time = 0; time < 2; time++) {
    const lines: string[] = [];
    await playSeed(runtime, machines, 15, (line) => lines.push(line));
    traces.push(lines.join('\n'));
  }
  expect(traces[0]).toBe(traces[1]);
});
