import { statSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFunctions, bundleOf, entries } from '../infra/build.ts';
import type { Row } from './table.ts';

// Every function as it is deployed, minified.
const LARGEST = 240 * 1024;
const bundles = await bundleFunctions();
const sizes = entries()
  .map((entry) => ({ entry, bytes: statSync(join(bundleOf(bundles, entry), 'index.js')).size }))
  .sort((a, b) => b.bytes - a.bytes);
const largest = sizes[0] ?? { entry: '', bytes: 0 };
const median = sizes[sizes.length >> 1]?.bytes ?? 0;

export const rows: Row[] = [
  [`bytes of the largest handler, ${largest.entry}`, largest.bytes, '≤ 245,760', largest.bytes <= LARGEST],
  [`bytes of the median of ${sizes.length} handlers`, median],
];
export const details: Row[] = sizes.map(({ entry, bytes }) => [entry, bytes]);
