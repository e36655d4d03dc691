import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Entries that outlive the process, one JSON line each. */
export interface KeptLines<T> {
  /** What was kept when this was opened. */
  readonly entries: readonly T[];
  /** Returns when the line is in the file. */
  append(entry: T): void;
}

/** Opens the file, or keeps nothing when there is none. `compact` may leave out what is no longer needed. */
export function keepLines<T>(file?: string, compact: (entries: T[]) => T[] = (all) => all): KeptLines<T> {
  if (!file) return { entries: [], append: () => undefined };
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  // A process that was killed while it wrote leaves half a line at the end: nobody was told of that entry.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const kept = whole.split('\n').filter(Boolean);
  const entries = compact(kept.map((line) => JSON.parse(line) as T));
  writeFileSync(file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  return { entries, append: (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`) };
}
