import { type Answer, type CallTables, type Item, keysOf, type Table } from './tables.ts';
import { turns } from './turns.ts';

/** A successful write to one item of a table that has a stream. */
export interface Change {
  readonly table: Table;
  readonly keys: Item;
  readonly before?: Item | undefined;
  readonly after?: Item | undefined;
}

type Input = { TableName: string; ReturnValues?: string; Key?: Item; Item?: Item };
type Batch = { RequestItems: Record<string, { PutRequest?: { Item: Item }; DeleteRequest?: { Key: Item } }[]> };

/**
 * Passes every call on to the tables and tells about each change to a table with a stream, before the writer gets its
 * answer. Writes to one item take turns, so that both images are exact.
 */
export function watchChanges(
  tables: readonly Table[],
  call: CallTables,
  changed: (change: Change) => void,
): CallTables {
  const streaming = new Map(
    tables.filter(({ properties }) => properties.StreamSpecification).map((table) => [table.ref, table]),
  );
  const inTurn = turns();
  if (streaming.size === 0) return call;

  const read = async (TableName: string, Key: Item): Promise<Item | undefined> =>
    JSON.parse((await call('GetItem', JSON.stringify({ TableName, Key, ConsistentRead: true }))).body).Item;

  async function write(operation: string, body: string, table: Table, item: Item): Promise<Answer> {
    const keys = keysOf(table, item);
    return inTurn(`${table.ref} ${JSON.stringify(keys)}`, async () => {
      const before = await read(table.ref, keys);
      const answer = await call(operation, body);
      if (answer.status !== 200) return answer;
      if (operation === 'DeleteItem' && before) changed({ table, keys, before });
      if (operation === 'PutItem') changed({ table, keys, before, after: item });
      if (operation === 'UpdateItem') changed({ table, keys, before, after: await read(table.ref, keys) });
      return answer;
    });
  }

  async function writeBatch(body: string): Promise<Answer> {
    const writes = Object.entries((JSON.parse(body) as Batch).RequestItems).flatMap(([name, requests]) => {
      const table = streaming.get(name);
      return table ? requests.map((request) => ({ table, ...request })) : [];
    });
    const changes = await Promise.all(
      writes.map(async ({ table, PutRequest, DeleteRequest }): Promise<Change> => {
        const keys = keysOf(table, PutRequest?.Item ?? DeleteRequest?.Key ?? {});
        return { table, keys, before: await read(table.ref, keys), after: PutRequest?.Item };
      }),
    );
    const answer = await call('BatchWriteItem', body);
    if (answer.status === 200) for (const change of changes) if (change.before ?? change.after) changed(change);
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
