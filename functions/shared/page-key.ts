import { readCursor, writeCursor } from './page.ts';

type Key = Record<string, { S: string }>;

/**
 * Where a page of a table or an index ends, as a cursor and back. `names`: the attributes of its key, all texts. What
 * is `given` by the question does not come from the cursor, so that none leads into the list of somebody else.
 */
export const pageKey = (names: readonly string[], list: string, given: Key) => ({
  cursorAt: (key: Record<string, { S?: string | undefined }>): string =>
    writeCursor(
      names.map((name) => key[name]?.S ?? '-'),
      list,
    ),
  /** @throws InvalidRequest */
  startOf: (cursor: string): Key => {
    const parts = readCursor(cursor, list);
    return { ...Object.fromEntries(names.map((name, n) => [name, { S: parts[n] ?? '-' }])), ...given };
  },
});
