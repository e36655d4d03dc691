import { createHash } from 'node:crypto';

const SLICES = 60;
const IN_A_SLICE = 1000;
/** What the same work takes on a quiet machine of two ordinary cores, in seconds of CPU. */
const QUIET = 0.22;

/**
 * How many times slower this machine computes right now than a quiet one: what else runs on it costs a process CPU
 * time, too, by taking the caches and half of each core.
 */
export function slowness(): number {
  const value = { a: [1, 2, 3], b: 'text'.repeat(20), c: { d: { e: 'x'.repeat(100) } } };
  const seconds = cpuSeconds();
  for (let turn = 0; turn < SLICES * IN_A_SLICE; turn++) {
    const text = JSON.stringify(value);
    JSON.parse(text);
    createHash('sha256').update(`${text}${turn}`).digest('hex');
  }
  return Math.max(1, seconds() / QUIET);
}

/** Counts the CPU time of this process from now on, in seconds. */
export function cpuSeconds(): () => number {
  const began = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1e6;
  };
}
