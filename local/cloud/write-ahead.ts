import { keepLines } from './kept-lines.ts';
import type { Change } from './table-changes.ts';
import { type Item, keysOf, type Table } from './tables.ts';

type Line =
  | { readonly begun: string; readonly table: string; readonly keys: Item; readonly before?: Item | undefined }
  | { readonly over: string };

/** Ends a write: with the change it made, or without one if it failed. */
export type EndWrite = (change?: Change) => void;

/**
 * Notes each write before it is made, so that its change is told even if the process dies between the two.
 * Then it is told at the next start, and may be told twice: as on AWS, where a record can come again.
 */
export function createWriteAhead(file: string | undefined, publish: (change: Change) => void) {
  const kept = keepLines<Line>(file, unfinished);

  function begin(table: Table, item: Item, before: Item | undefined): EndWrite {
    const begun = crypto.randomUUID();
    kept.append({ begun, table: table.ref, keys: keysOf(table, item), before });
    return (change) => {
      if (change) publish(change);
      kept.append({ over: begun });
    };
  }

  /** Tells the changes of writes that an earlier process did not end. */
  async function recover(tables: readonly Table[], read: (table: Table, keys: Item) => Promise<Item | undefined>) {
    for (const line of kept.entries) {
      const table = 'begun' in line && tables.find(({ ref }) => ref === line.table);
      if (!table) continue;
      const after = await read(table, line.keys); // as before: the write was not made, and there is nothing to tell
      publish({ table, keys: line.keys, before: line.before, after });
      kept.append({ over: line.begun });
    }
  }

  return { begin, recover };
}

const unfinished = (lines: Line[]): Line[] => {
  const over = new Set(lines.map((line) => 'over' in line && line.over));
  return lines.filter((line) => 'begun' in line && !over.has(line.begun));
};
