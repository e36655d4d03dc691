import { type Attribute, check, type Item, keyText, NotSupported, sizeOf } from './attribute.ts';
import { type Keys, type Row, Rows } from './rows.ts';

export type TableKeys = Keys & { readonly indexes?: Readonly<Record<string, Keys>> };

const LARGEST_ITEM = 400 * 1024;

/** A DynamoDB table in memory: items by their key, and the same items in each index. */
export class Table {
  readonly #main: Rows;
  readonly #indexes = new Map<string, Rows>();
  readonly #byKey = new Map<string, Row>();

  constructor({ indexes = {}, ...keys }: TableKeys) {
    this.#main = new Rows(keys);
    for (const [name, of] of Object.entries(indexes)) this.#indexes.set(name, new Rows(of));
  }

  /** The part of an item that names it. */
  keyOf(item: Item): Item {
    const { partition, sort } = this.#main.keys;
    return { [partition]: part(item, partition), ...(sort && { [sort]: part(item, sort) }) };
  }

  get(key: Item): Item | undefined {
    return this.#byKey.get(this.#name(key))?.item;
  }

  put(item: Item): void {
    for (const name in item) check(item[name] as Attribute);
    const place = this.#name(item);
    const row = { item, size: sizeOf(item), place };
    if (row.size > LARGEST_ITEM) throw new NotSupported('Item size has exceeded the maximum allowed size');
    this.#drop(place);
    this.#byKey.set(place, row);
    this.#main.add(row);
    for (const index of this.#indexes.values()) index.add(row);
  }

  delete(key: Item): void {
    this.#drop(this.#name(key));
  }

  /** The table itself, or the index of that name. */
  rows(index?: string): Rows {
    const rows = index === undefined ? this.#main : this.#indexes.get(index);
    if (!rows) throw new NotSupported(`The table does not have the specified index: ${index}`);
    return rows;
  }

  all(): Iterable<Item> {
    return this.#main.all();
  }

  #drop(place: string): void {
    const row = this.#byKey.get(place);
    if (!row) return;
    this.#byKey.delete(place);
    this.#main.remove(row);
    for (const index of this.#indexes.values()) index.remove(row);
  }

  /** Where the item stands among those with the same sort key. */
  place(key: Item): string {
    return this.#name(key);
  }

  #name(item: Item): string {
    const { partition, sort } = this.#main.keys;
    return `${keyText(part(item, partition))}\n${sort ? keyText(part(item, sort)) : ''}`;
  }
}

function part(item: Item, name: string): Attribute {
  const found = item[name];
  if (!found || keyText(found).length < 2) throw new NotSupported(`The key ${name} is missing or empty`);
  return found;
}
