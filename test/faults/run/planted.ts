import { bugs } from '../planted/bugs.ts';
import { type Job, onAllCores, type Played } from './pool.ts';

// npm run faults:planted: each deliberate bug must be found within a thousand lives.

const WITHIN = 1_000;
const found = new Map<string, Played>();
const played = new Map<string, number>();
const jobs = bugs.map(({ name }): Job => ({ kind: 'seeds', from: 1, count: WITHIN, bug: name }));
await onAllCores(jobs, (result, job) => {
  if (result.kind !== 'seed' || job.kind !== 'seeds' || !job.bug) return;
  played.set(job.bug, (played.get(job.bug) ?? 0) + 1);
  if (!result.broken) return;
  found.set(job.bug, result);
  console.log(`${job.bug.padEnd(58)} seed ${String(result.seed).padStart(4)}  ${result.broken.invariant}`);
});
for (const { name } of bugs)
  if (!found.has(name)) console.log(`${name.padEnd(58)} NOT FOUND in ${played.get(name)} lives`);
console.log(`${found.size} of ${bugs.length} found`);
if (found.size < bugs.length) process.exitCode = 1;
