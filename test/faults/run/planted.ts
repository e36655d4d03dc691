import { bugs } from '../planted/bugs.ts';
import { options } from './options.ts';
import { type Job, onAllCores, type Played } from './pool.ts';

// npm run faults:planted: each deliberate bug must be found within a thousand lives; --bug WORDS tries only some.

const WITHIN = 1_000;
const wanted = bugs.filter(({ name }) => name.includes(options.bug ?? ''));
const found = new Map<string, Played>();
const jobs = wanted.map(({ name }): Job => ({ kind: 'seeds', from: 1, count: WITHIN, bug: name }));
await onAllCores(jobs, (result, job) => {
  if (result.kind !== 'seed' || job.kind !== 'seeds' || !job.bug || !result.broken) return;
  found.set(job.bug, result);
  const { seed, broken } = result;
  console.log(`${job.bug.padEnd(58)}seed ${String(seed).padStart(4)}  ${broken.invariant}`);
});
for (const { name } of wanted) if (!found.has(name)) console.log(`${name.padEnd(58)}NOT FOUND in ${WITHIN} lives`);
console.log(`${found.size} of ${wanted.length} found`);
if (found.size < wanted.length) process.exitCode = 1;
