import { type Attribute, type Item, keyValue, type Rank, rank } from './attribute.ts';

/** Behind every place. */
export const LAST = '\uffff';

/**
 * A table or index may be without a sort key: then each partition has one row. An index may hold no more of an item than
 * its keys and these attributes.
 */
export type Keys = { readonly partition: string; readonly sort?: string; readonly only?: readonly string[] };
/** An item as its table keeps it, with the bytes it counts. `place` settles the order of rows with the same sort key. */
export type Stored = { readonly item: Item; readonly size: number; readonly place: string };
/** The same with what it is sorted by. */
export type Row = Stored & { readonly sort: Rank };
type Standing = { readonly key: string | number; readonly sort: Rank };

/** Rows by partition, in the order of their sort key: a table, or one of its indexes. */
export class Rows {
  readonly keys: Keys;
  readonly #partitions = new Map<string | number, Row[]>();

  constructor(keys: Keys) {
    this.keys = keys;
  }

  /** What an item is sorted by; the same for all items if there is no sort key. */
  sortOf(item: Item): Rank | undefined {
    if (this.keys.sort === undefined) return '';
    const sort = item[this.keys.sort];
    return sort && rank(sort);
  }

  partition(of: Attribute): readonly Row[] {
    return this.#partitions.get(keyValue(of)) ?? [];
  }

  /** Puts the one in the place of the other. An item without both keys does not stand in an index. */
  replace(before: Stored | undefined, after: Stored | undefined): void {
    const was = before && this.#standingOf(before.item);
    const is = after && this.#standingOf(after.item);
    const row = after && is && { item: after.item, size: after.size, place: after.place, sort: is.sort };
    const stays = !!was && !!is && was.key === is.key && was.sort === is.sort;
    if (before && was) this.#take(before, was, stays ? row : undefined);
    if (row && !stays) this.#add(row, is);
  }

  #standingOf(item: Item): Standing | undefined {
    const of = item[this.keys.partition];
    if (!of) return undefined;
    const sort = this.sortOf(item);
    return sort === undefined ? undefined : { key: keyValue(of), sort };
  }

  #add(row: Row, { key, sort }: Standing): void {
    const rows = this.#partitions.get(key);
    if (rows) rows.splice(this.before(rows, sort, row.place), 0, row);
    else this.#partitions.set(key, [row]);
  }

  #take({ place }: Stored, { key, sort }: Standing, instead?: Row): void {
    const rows = this.#partitions.get(key) ?? [];
    const index = this.before(rows, sort, place);
    if (rows[index]?.place !== place) return;
    if (instead) rows[index] = instead;
    else rows.splice(index, 1);
  }

  /** How many rows come before this sort key, or before the row with it at `place`; `LAST` is behind all that have it. */
  before(rows: readonly Row[], sort: Rank, place = ''): number {
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const row = rows[middle] as Row;
      if (row.sort < sort || (row.sort === sort && row.place < place)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  *all(): Iterable<Item> {
    for (const rows of this.#partitions.values()) for (const { item } of rows) yield item;
  }
}
