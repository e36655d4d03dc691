import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const SLICES = 60;
const IN_A_SLICE = 1000;
/** What this work takes on a quiet machine of two ordinary cores, in seconds. */
const QUIET = 0.22;

/**
 * How many times slower this machine computes right now than a quiet one: what else runs on it costs a process CPU
 * time, too, by taking the caches and half of each core. Fewer slices are a shorter look.
 */
export function slowness(slices = SLICES): number {
  const value = { a: [1, 2, 3], b: 'text'.repeat(20), c: { d: { e: 'x'.repeat(100) } } };
  const seconds = cpuSeconds();
  for (let turn = 0; turn < slices * IN_A_SLICE; turn++) {
    const text = JSON.stringify(value);
    JSON.parse(text);
    createHash('sha256').update(`${text}${turn}`).digest('hex');
  }
  return Math.max(1, (seconds() * SLICES) / (slices * QUIET));
}

/**
 * Counts the seconds that this thread works from now on: what a clock would show if nothing else ran on the machine.
 * Where the system does not tell them, those of the whole process, which are more.
 */
export function cpuSeconds(): () => number {
  const began = worked();
  return () => worked() - began;
}

function worked(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e9;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  }
}
