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
const sum = (of: (year: Year) => number) => years.reduce((all, year) => all + of(year), 0);
const letters = [...new Set(years.flatMap(({ mails }) => Object.keys(mails)))].sort();
const figures: Record<string, number> = {
  cases: sum(({ cases }) => cases),
  events: sum(({ events }) => events),
  steps: sum(({ steps }) => steps),
  ...Object.fromEntries(letters.map((letter) => [`mail ${letter}`, sum(({ mails }) => mails[letter] ?? 0)])),
  reminders: sum(({ reminders }) => reminders),
  investigated: sum(({ investigated }) => investigated),
  'surveys answered': sum(({ answered }) => answered),
  reopened: sum(({ reopened }) => reopened),
  stuck: sum(({ stuck }) => stuck),
};
for (const [what, many] of Object.entries(figures))
  console.log(`${what.padEnd(24)}${many.toLocaleString('en').padStart(10)}`);
for (const { broken } of years) for (const { invariant, why } of broken) console.log(`${invariant}: ${why}`);
console.log(`a year in ${((Date.now() - began) / 1000).toFixed(1)} s`);
if (years.some(({ broken, stuck }) => broken.length > 0 || stuck > 0) || years.length < banks) process.exitCode = 1;
