import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ExecutionKeeper, Kept } from './keeper.ts';

/** Keeps executions in one file that only ever grows, a line of JSON for each thing that happened. */
export function fileKeeper(path: string): ExecutionKeeper & { close(): void } {
  mkdirSync(dirname(path), { recursive: true });
  const lines = existsSync(path) ? wholeLines(path) : [];
  const file = openSync(path, 'a');
  return {
    *read() {
      for (const line of lines) yield JSON.parse(line) as Kept;
    },
    append: (line) => void writeSync(file, `${JSON.stringify(line)}\n`),
    close: () => closeSync(file),
  };
}

/** A line that was being written when the process died has no end: it is cut off, since nobody was told of it. */
function wholeLines(path: string): string[] {
  const bytes = readFileSync(path);
  const whole = bytes.subarray(0, bytes.lastIndexOf('\n') + 1);
  if (whole.length < bytes.length) truncateSync(path, whole.length);
  return whole.toString('utf8').split('\n').slice(0, -1);
}
