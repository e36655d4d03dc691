import { type Attribute, check, type Item, isEmpty, keyText, NotSupported, sizeOf } from './attribute.ts';
import { type Keys, Rows, type Stored } from './rows.ts';

export type TableKeys = Keys & { readonly indexes?: Readonly<Record<string, Keys>> };

const LARGEST_ITEM = 400 * 1024;

/** A DynamoDB table in memory: items by their key, and the same items in each index. */
export class Table {
  readonly #main: Rows;
  readonly #indexes: readonly Rows[];
  readonly #byName: ReadonlyMap<string, Rows>;
  readonly #byPlace = new Map<string, Stored>();

  constructor({ indexes = {}, ...keys }: TableKeys) {
    this.#main = new Rows(keys);
    this.#byName = new Map(Object.entries(indexes).map(([name, of]) => [name, new Rows(of)]));
    this.#indexes = [...this.#byName.values()];
  }

  /** The part of an item that names it. */
  keyOf(item: Item): Item {
    const { partition, sort } = this.#main.keys;
    return { [partition]: part(item, partition), ...(sort && { [sort]: part(item, sort) }) };
  }

  get(key: Item): Item | undefined {
    return this.at(this.place(key));
  }

  put(item: Item): void {
    this.set(this.place(item), item);
  }

  delete(key: Item): void {
    this.set(this.place(key), undefined);
  }

  /** What stands at a place. */
  at(place: string): Item | undefined {
    return this.#byPlace.get(place)?.item;
  }

  /** What stands at its place from now on, or that nothing does. */
  set(place: string, item: Item | undefined): void {
    const before = this.#byPlace.get(place);
    const after = item && stored(item, place);
    if (after) this.#byPlace.set(place, after);
    else this.#byPlace.delete(place);
    this.#main.replace(before, after);
    for (const index of this.#indexes) index.replace(before, after);
  }

  /** The table itself, or the index of that name. */
  rows(index?: string): Rows {
    const rows = index === undefined ? this.#main : this.#byName.get(index);
    if (!rows) throw new NotSupported(`The table does not have the specified index: ${index}`);
    return rows;
  }

  all(): Iterable<Item> {
    return this.#main.all();
  }

  /** Where the item stands among those with the same sort key. */
  place(key: Item): string {
    const { partition, sort } = this.#main.keys;
    return `${keyText(part(key, partition))}\n${sort ? keyText(part(key, sort)) : ''}`;
  }
}

function stored(item: Item, place: string): Stored {
  for (const name in item) check(item[name] as Attribute);
  const size = sizeOf(item);
  if (size > LARGEST_ITEM) throw new NotSupported('Item size has exceeded the maximum allowed size');
  return { item, size, place };
}

function part(item: Item, name: string): Attribute {
  const found = item[name];
  if (!found || isEmpty(found)) throw new NotSupported(`The key ${name} is missing or empty`);
  return found;
}
