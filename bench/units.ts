import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Row } from './table.ts';

// What every route reads and writes, warm, among a thousand cases, a hundred thousand and a million, in lists that all
// hold them. A process of its own: a million cases take some gigabytes.
const SIZES = [1_000, 100_000, 1_000_000];
const MOST_GROWTH = 1.05;
/** Its people are asked how long their queue is, and it is counted as far as a thousand tasks. */
const COUNTS_A_QUEUE = 'GET /teams/{team}';

const script = join(import.meta.dirname, 'units/count-units.ts');
const args = ['--max-old-space-size=12288', '--import', 'tsx', script, ...SIZES.map(String)];
const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1e7 });
const units = Object.entries(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Record<string, number[]>);

const growthOf = ([, [read = 0, written = 0, ...more]]: (typeof units)[number]): number =>
  Math.max(...more.map((figure, n) => figure / Math.max(n % 2 ? written : read, 0.5)));
const growth = Math.max(...units.filter(([route]) => route !== COUNTS_A_QUEUE).map(growthOf));
const shown = (figures: number[]) =>
  SIZES.map((_, n) => `${figures[2 * n] ?? 0} + ${figures[2 * n + 1] ?? 0}`).join(' | ');

const among = SIZES.map((size) => size.toLocaleString('en')).join(' | ');
export const rows: Row[] = [
  [
    `growth of the units of ${units.length - 1} routes from ${among} cases, the worst`,
    `× ${growth.toFixed(2)}`,
    `≤ × ${MOST_GROWTH}`,
    growth <= MOST_GROWTH,
  ],
  ...units
    .filter(([route]) => route === COUNTS_A_QUEUE)
    .map(([route, figures]): Row => [`${route}, which counts up to 1,000 tasks: read + written`, shown(figures)]),
];
export const details: Row[] = units.map(([route, figures]) => [route, shown(figures)]);
