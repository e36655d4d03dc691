import { availableParallelism } from 'node:os';
import type { Year } from '../year/play-year.ts';
import { options } from './options.ts';
import { type Job, onAllCores } from './pool.ts';

// npm run faults:year: a year of banks with 10,000 cases, one bank for each core.

const cases = options.count ?? 10_000;
const banks = availableParallelism();
const began = Date.now();
const jobs = Array.from({ length: banks }, (_, n): Job => {
  const share = Math.floor(cases / banks) + (n < cases % banks ? 1 : 0);
  return { kind: 'year', seed: n + 1, cases: share };
});
const years: Year[] = [];
await onAllCores(jobs, (result) => {
  if (result.kind === 'year') years.push(result.year);
});
const sum = (of: (year: Year) => number) => years.reduce((all, year) => all + of(year), 0).toLocaleString('en');
const letters = [...new Set(years.flatMap(({ mails }) => Object.keys(mails)))].sort();
const line = (what: string, how: string) => console.log(`${what.padEnd(24)}${how.padStart(10)}`);
line(
  'cases',
  sum((year) => year.cases),
);
line(
  'events',
  sum((year) => year.events),
);
line(
  'steps',
  sum((year) => year.steps),
);
for (const letter of letters)
  line(
    `mail ${letter}`,
    sum(({ mails }) => mails[letter] ?? 0),
  );
line(
  'reminders',
  sum((year) => year.reminders),
);
line(
  'surveys answered',
  sum((year) => year.answered),
);
line(
  'reopened',
  sum((year) => year.reopened),
);
line(
  'stuck',
  sum((year) => year.stuck),
);
for (const { broken } of years) for (const { invariant, why } of broken) console.log(`${invariant}: ${why}`);
console.log(`a year in ${((Date.now() - began) / 1000).toFixed(1)} s`);
if (years.some(({ broken, stuck }) => broken.length > 0 || stuck > 0) || years.length < banks) process.exitCode = 1;
