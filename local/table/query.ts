import { type Attribute, type Item, NotSupported, type Rank, rank } from './attribute.ts';
import { givenValue, type Names, nameOf, type Values } from './condition.ts';
import { type Keys, LAST, type Row, type Rows } from './rows.ts';
import type { Table } from './table.ts';

export type Query = {
  readonly IndexName?: string | undefined;
  readonly KeyConditionExpression: string;
  readonly ExpressionAttributeNames?: Names;
  readonly ExpressionAttributeValues?: Values;
  readonly ScanIndexForward?: boolean;
  readonly ConsistentRead?: boolean;
  readonly Limit?: number;
  readonly ExclusiveStartKey?: Item | undefined;
};
export type Page = { Items: Item[]; Count: number; LastEvaluatedKey?: Item };

const LARGEST_PAGE = 1024 * 1024;
const KEY_CONDITION =
  /^\s*([#\w]+)\s*=\s*(:\w+)(?:\s+AND\s+([#\w]+)\s*(<=|>=|<|>|=|BETWEEN|begins_with)\s*(:\w+)(?:\s+AND\s+(:\w+))?)?\s*$/;

// begins_with(sk, :start) is read like the other comparisons.
const infix = (expression: string) =>
  expression.replace(/begins_with\(\s*([#\w]+)\s*,\s*(:\w+)\s*\)/, '$1 begins_with $2');

type KeyCondition = Readonly<Record<'ofName' | 'ofValue' | 'operator' | 'value', string>> & {
  readonly name: string | undefined;
  readonly most: string | undefined;
};
const parsed = new Map<string, KeyCondition>();

function keyCondition(source: string): KeyCondition {
  const known = parsed.get(source);
  if (known) return known;
  const [whole, ofName = '', ofValue = '', name, operator = '', value = '', most] =
    KEY_CONDITION.exec(infix(source)) ?? [];
  if (!whole || (operator === 'BETWEEN') !== !!most)
    throw new NotSupported(`Not understood as a key condition: ${source}`);
  const made = { ofName, ofValue, name, operator, value, most };
  parsed.set(source, made);
  return made;
}

/** A page of a partition: equality with the partition key, and one comparison with the sort key at most. */
export function query(table: Table, asked: Query): Page {
  if (asked.IndexName && asked.ConsistentRead)
    throw new NotSupported('Consistent reads are not supported on global secondary indexes');
  const rows = table.rows(asked.IndexName);
  const { ordered, from } = inOrder(table, rows, asked);
  const items: Item[] = [];
  let size = 0;
  for (let next = from; next < ordered.length && size < LARGEST_PAGE; next++) {
    if (items.length === asked.Limit) break;
    const row = ordered[next] as Row;
    items.push(projected(table, rows, row.item));
    size += row.size;
  }
  const last = items.at(-1);
  const page: Page = { Items: items, Count: items.length };
  if (last && (items.length === asked.Limit || from + items.length < ordered.length))
    page.LastEvaluatedKey = { ...table.keyOf(last), ...pick(last, rows.keys) };
  return page;
}

/** What an index has of an item. */
function projected(table: Table, { keys }: Rows, item: Item): Item {
  if (!keys.only) return item;
  const kept: Record<string, Attribute> = { ...table.keyOf(item), ...pick(item, keys) };
  for (const name of keys.only) if (item[name]) kept[name] = item[name];
  return kept;
}

const pick = (item: Item, { partition, sort }: Keys): Item => ({
  [partition]: item[partition] as Attribute,
  ...(sort && { [sort]: item[sort] as Attribute }),
});

/** The rows the condition names, in the order asked for, and how many of them earlier pages had. */
function inOrder(table: Table, rows: Rows, asked: Query): { ordered: readonly Row[]; from: number } {
  const inRange = rangeOf(rows, asked);
  const start = asked.ExclusiveStartKey;
  const sort = start && rows.sortOf(start);
  const place = start ? table.place(start) : '';
  if (asked.ScanIndexForward ?? true)
    return { ordered: inRange, from: sort !== undefined ? rows.before(inRange, sort, `${place}\0`) : 0 };
  return {
    ordered: inRange.toReversed(),
    from: sort !== undefined ? inRange.length - rows.before(inRange, sort, place) : 0,
  };
}

function rangeOf(rows: Rows, asked: Query): readonly Row[] {
  const { ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} } = asked;
  const { ofName, ofValue, name, operator, value, most } = keyCondition(asked.KeyConditionExpression);
  const { partition, sort } = rows.keys;
  if (nameOf(ofName, names) !== partition || (name && nameOf(name, names) !== sort))
    throw new NotSupported(`Query condition missed key schema element: ${asked.KeyConditionExpression}`);
  const all = rows.partition(givenValue(ofValue, values));
  if (!name) return all;
  const wanted = rankOf(givenValue(value, values));
  const last = most ? rankOf(givenValue(most, values)) : operator === 'begins_with' ? lastWith(wanted) : wanted;
  if (wanted > last) throw new NotSupported('The lower bound of BETWEEN is above the upper one');
  const [below, upTo] = [rows.before(all, wanted), rows.before(all, last, LAST)];
  const [from, to] = { '<': [0, below], '<=': [0, upTo], '>': [upTo], '>=': [below] }[operator] ?? [below, upTo];
  return all.slice(from, to);
}

function rankOf(attribute: Attribute): Rank {
  const found = rank(attribute);
  if (found === undefined) throw new NotSupported('Rows are sorted by a text or a number only');
  return found;
}

/** What comes last of all that begins like this. */
function lastWith(start: Rank): Rank {
  if (typeof start !== 'string') throw new NotSupported('begins_with is for texts only');
  return `${start}\uffff\uffff`;
}
