import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ExecutionKeeper, Kept } from './keeper.ts';

/** Keeps executions in one file that only ever grows, a line of JSON for each thing that happened. */
export function fileKeeper(path: string): ExecutionKeeper & { close(): void } {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path)) cutTornLine(path);
  const file = openSync(path, 'a');
  return {
    *read() {
      const lines = readFileSync(path, 'utf8').split('\n');
      for (const line of lines) if (line !== '') yield JSON.parse(line) as Kept;
    },
    append: (line) => void writeSync(file, `${JSON.stringify(line)}\n`),
    close: () => closeSync(file),
  };
}

/** A line that was being written when the process died has no end, and nobody was told of what it says. */
function cutTornLine(path: string): void {
  const bytes = readFileSync(path);
  truncateSync(path, bytes.lastIndexOf('\n') + 1);
}
