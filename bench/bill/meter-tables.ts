import { type CallTables, type Item, keysOf, type Table } from '../../local/cloud/tables.ts';

export type Units = { calls: number; read: number; written: number };
type Request = { TableName: string; IndexName?: string; ConsistentRead?: boolean; Key?: Item; Item?: Item };

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
    if (!table) return call(operation, body);
    const Key = keysOf(table, request.Item ?? request.Key ?? {});
    const before = await read(table.ref, Key);
    const answer = await call(operation, body);
    spent.written += writeUnits(table, before, await read(table.ref, Key));
    return answer;
  };
}

const readUnits = (items: Item[], consistent: boolean): number =>
  Math.max(1, Math.ceil(sum(items.map(sizeOf)) / (4 * KILOBYTE))) * (consistent ? 1 : 0.5);

function writeUnits({ properties }: Table, before: Item | undefined, after: Item | undefined): number {
  const size = (item: Item | undefined) => Math.max(1, Math.ceil(sizeOf(item ?? {}) / KILOBYTE));
  const inIndexes = (properties.GlobalSecondaryIndexes ?? []).map(({ KeySchema }) => {
    const entry = (item: Item | undefined) => {
      const keys = KeySchema.map(({ AttributeName }) => item?.[AttributeName]);
      return item && keys.every(Boolean) ? JSON.stringify(keys) : undefined;
    };
    const [was, is] = [entry(before), entry(after)];
    if (was && is && was !== is) return size(before) + size(after); // one goes, one comes
    if (was === is && JSON.stringify(before) === JSON.stringify(after)) return 0;
    return was || is ? Math.max(size(before), size(after)) : 0;
  });
  return Math.max(size(before), size(after)) + sum(inIndexes);
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
