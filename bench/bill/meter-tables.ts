import { type CallTables, type Item, keysOf, type Table } from '../../local/cloud/tables.ts';

export type Units = { calls: number; read: number; written: number };
type Request = { TableName: string; IndexName?: string; ConsistentRead?: boolean; Key?: Item; Item?: Item };

type Batch = { RequestItems: Record<string, { Keys: Item[]; ConsistentRead?: boolean }> };
type Found = { Responses?: Record<string, Item[]> };

const KILOBYTE = 1024;

/**
 * Passes every call on and counts the units that DynamoDB would charge for it: reads by 4 KB, half when they need not be
 * consistent; writes by 1 KB, once for the table and once for each index entry that comes, goes or changes.
 */
export function meterTables(tables: readonly Table[], call: CallTables, spentNow: () => Units): CallTables {
  const tableOf = (name: string) => tables.find(({ ref }) => ref === name);
  const read = async (TableName: string, Key: Item): Promise<Item | undefined> =>
    JSON.parse((await call('GetItem', JSON.stringify({ TableName, Key, ConsistentRead: true }))).body).Item;

  return async (operation, body) => {
    const spent = spentNow();
    spent.calls++;
    const request = JSON.parse(body) as Request;
    const table = tableOf(request.TableName);
    if (operation === 'GetItem' || operation === 'Query') {
      const answer = await call(operation, body);
      const { Item, Items = Item ? [Item] : [] } = JSON.parse(answer.body) as { Item?: Item; Items?: Item[] };
      spent.read += readUnits(Items, request.ConsistentRead === true);
      return answer;
    }
    if (operation === 'BatchGetItem') {
      const answer = await call(operation, body);
      spent.read += unitsOfBatch(JSON.parse(body) as Batch, JSON.parse(answer.body) as Found);
      return answer;
    }
    if (!table) return call(operation, body);
    const Key = keysOf(table, request.Item ?? request.Key ?? {});
    const before = await read(table.ref, Key);
    const answer = await call(operation, body);
    spent.written += writeUnits(table, before, await read(table.ref, Key));
    return answer;
  };
}

/** Of what is read in one call, each item is charged for itself, also one that is not there. */
function unitsOfBatch({ RequestItems }: Batch, { Responses }: Found): number {
  const ofTable = ([name, { Keys, ConsistentRead = false }]: [string, Batch['RequestItems'][string]]) => {
    const items = Responses?.[name] ?? [];
    const missing = (Keys.length - items.length) * readUnits([], ConsistentRead);
    return missing + sum(items.map((item) => readUnits([item], ConsistentRead)));
  };
  return sum(Object.entries(RequestItems).map(ofTable));
}

const readUnits = (items: Item[], consistent: boolean): number =>
  Math.max(1, Math.ceil(sum(items.map(sizeOf)) / (4 * KILOBYTE))) * (consistent ? 1 : 0.5);

function writeUnits({ properties }: Table, before: Item | undefined, after: Item | undefined): number {
  const primary = properties.KeySchema.map(({ AttributeName }) => AttributeName);
  const size = (item: Item | undefined) => Math.max(1, Math.ceil(sizeOf(item ?? {}) / KILOBYTE));
  const inIndexes = (properties.GlobalSecondaryIndexes ?? []).map(({ KeySchema, Projection }) => {
    const keys = KeySchema.map(({ AttributeName }) => AttributeName);
    const entry = (item: Item | undefined) => (item && keys.every((key) => item[key]) ? item : undefined);
    const held = (item: Item | undefined) => item && heldBy(Projection, [...primary, ...keys], item);
    const [was, is] = [held(entry(before)), held(entry(after))];
    if (JSON.stringify(was) === JSON.stringify(is)) return 0;
    if (was && is && !keys.every((key) => same(was[key], is[key]))) return size(was) + size(is); // one goes, one comes
    return Math.max(size(was), size(is));
  });
  return Math.max(size(before), size(after)) + sum(inIndexes);
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

type Index = NonNullable<Table['properties']['GlobalSecondaryIndexes']>[number];

/** What of an item its entry in an index holds. */
function heldBy({ ProjectionType, NonKeyAttributes = [] }: Index['Projection'], keys: string[], item: Item): Item {
  if (ProjectionType === 'ALL') return item;
  const kept = ProjectionType === 'INCLUDE' ? [...keys, ...NonKeyAttributes] : keys;
  return Object.fromEntries(kept.flatMap((name) => (item[name] ? [[name, item[name]]] : [])));
}

/** As DynamoDB counts it: the names of attributes and what is in them, in bytes of UTF-8. */
const sizeOf = (item: Item): number =>
  sum(Object.entries(item).map(([name, value]) => Buffer.byteLength(name) + valueSize(value)));

function valueSize(value: Record<string, unknown>): number {
  const [[type, content] = ['NULL', null]] = Object.entries(value);
  if (type === 'S') return Buffer.byteLength(String(content));
  if (type === 'N') return Math.ceil(String(content).length / 2) + 1;
  if (type === 'B') return Buffer.from(String(content), 'base64').length;
  if (type === 'SS') return sum((content as string[]).map((one) => Buffer.byteLength(one)));
  return Buffer.byteLength(JSON.stringify(content));
}

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);
