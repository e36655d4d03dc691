import type { Item } from './attribute.ts';
import type { Page } from './query.ts';
import type { Table } from './table.ts';

type Scan = { readonly Limit?: number; readonly ExclusiveStartKey?: Item };

/** A page of all items, in an order of its own that stays the same. */
export function scan(table: Table, { Limit, ExclusiveStartKey }: Scan): Page {
  const start = ExclusiveStartKey && table.place(ExclusiveStartKey);
  const left = [...table.all()]
    .map((item) => ({ item, place: table.place(item) }))
    .filter(({ place }) => start === undefined || place > start)
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const Items = left.slice(0, Limit).map(({ item }) => item);
  const last = Items.at(-1);
  const page: Page = { Items, Count: Items.length };
  if (last && Items.length === Limit) page.LastEvaluatedKey = table.keyOf(last);
  return page;
}
