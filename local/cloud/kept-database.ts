import type { Item } from '../table/attribute.ts';
import { Database } from '../table/database.ts';
import type { TableKeys } from '../table/table.ts';
import { keepLines } from './kept-lines.ts';

/** An item as it was written last, or the key of one that is gone. */
type Line = { readonly table: string; readonly item: Item } | { readonly table: string; readonly gone: Item };

/** A database that notes each write in a file before it is answered, and begins with what the file holds. */
export function keptDatabase(tables: Record<string, TableKeys>, file: string): Database {
  const database = new Database(tables, ({ table, key, after }) =>
    kept.append(after ? { table, item: after } : { table, gone: key }),
  );
  const kept = keepLines<Line>(file, (lines) => {
    for (const line of lines) {
      if ('item' in line) database.table(line.table).put(line.item);
      else database.table(line.table).delete(line.gone);
    }
    return Object.keys(tables).flatMap((table) => [...database.table(table).all()].map((item) => ({ table, item })));
  });
  return database;
}
