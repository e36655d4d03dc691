import { type Answer, type CallTables, type Item, keysOf, type Table } from './tables.ts';
import { turns } from './turns.ts';
import type { EndWrite } from './write-ahead.ts';

/** A successful write to one item of a table that has a stream. */
export interface Change {
  readonly table: Table;
  readonly keys: Item;
  readonly before?: Item | undefined;
  readonly after?: Item | undefined;
}

type Begin = (table: Table, item: Item, before: Item | undefined) => EndWrite;
type Input = { TableName: string; Key?: Item; Item?: Item };
type Batch = { RequestItems: Record<string, { PutRequest?: { Item: Item }; DeleteRequest?: { Key: Item } }[]> };

/** Reads one item as it is now. */
export const itemReader =
  (call: CallTables) =>
  async (table: Table, Key: Item): Promise<Item | undefined> =>
    JSON.parse((await call('GetItem', JSON.stringify({ TableName: table.ref, Key, ConsistentRead: true }))).body).Item;

/**
 * Passes every call on to the tables, and tells `begin` about each write to a table with a stream, before it is made and
 * before the writer gets its answer. Writes to one item take turns, so that both images are exact.
 */
export function watchChanges(tables: readonly Table[], call: CallTables, begin: Begin): CallTables {
  const streaming = new Map(
    tables.filter(({ properties }) => properties.StreamSpecification).map((table) => [table.ref, table]),
  );
  const inTurn = turns();
  const read = itemReader(call);

  async function write(operation: string, body: string, table: Table, item: Item): Promise<Answer> {
    const keys = keysOf(table, item);
    return inTurn(`${table.ref} ${JSON.stringify(keys)}`, async () => {
      const before = await read(table, keys);
      const end = begin(table, keys, before);
      const answer = await call(operation, body);
      if (answer.status !== 200) end();
      else if (operation === 'DeleteItem') end({ table, keys, before });
      else end({ table, keys, before, after: operation === 'PutItem' ? item : await read(table, keys) });
      return answer;
    });
  }

  async function writeBatch(body: string): Promise<Answer> {
    const requests = Object.entries((JSON.parse(body) as Batch).RequestItems).flatMap(([name, inTable]) => {
      const table = streaming.get(name);
      return table ? inTable.map((request) => ({ table, ...request })) : [];
    });
    const writes = await Promise.all(
      requests.map(async ({ table, PutRequest, DeleteRequest }) => {
        const keys = keysOf(table, PutRequest?.Item ?? DeleteRequest?.Key ?? {});
        const before = await read(table, keys);
        return { end: begin(table, keys, before), change: { table, keys, before, after: PutRequest?.Item } };
      }),
    );
    const answer = await call('BatchWriteItem', body);
    for (const { end, change } of writes) end(answer.status === 200 ? change : undefined);
    return answer;
  }

  return async (operation, body) => {
    if (operation === 'BatchWriteItem') return writeBatch(body);
    if (!['PutItem', 'UpdateItem', 'DeleteItem'].includes(operation)) return call(operation, body);
    const input = JSON.parse(body) as Input;
    const table = streaming.get(input.TableName);
    const item = input.Item ?? input.Key;
    return table && item ? write(operation, body, table, item) : call(operation, body);
  };
}
