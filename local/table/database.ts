import { type Item, NotSupported } from './attribute.ts';
import { condition, type Names, type Values } from './condition.ts';
import { type Query, query } from './query.ts';
import { scan } from './scan.ts';
import { Table, type TableKeys } from './table.ts';
import { updated } from './update.ts';

/** A write whose condition did not hold; `found` is the item that was there. */
export class ConditionFailed extends Error {
  override readonly name = 'ConditionalCheckFailedException';
  constructor(readonly found: Item | undefined) {
    super('The conditional request failed');
  }
}

export type Written = { readonly table: string; readonly key: Item; readonly before?: Item; readonly after?: Item };
type Write = {
  TableName: string;
  Item?: Item;
  Key?: Item;
  UpdateExpression?: string;
  ReturnValues?: 'ALL_OLD' | 'NONE';
  ConditionExpression?: string;
  ExpressionAttributeNames?: Names;
  ExpressionAttributeValues?: Values;
};
type Reads = { RequestItems: Record<string, { Keys: readonly Item[] }> };
type Batch = { RequestItems: Record<string, { PutRequest?: { Item: Item }; DeleteRequest?: { Key: Item } }[]> };

const expressions = ['ExpressionAttributeNames', 'ExpressionAttributeValues'];
const write = ['TableName', 'ConditionExpression', 'ReturnValuesOnConditionCheckFailure', ...expressions];
const page = ['TableName', 'Limit', 'ExclusiveStartKey', 'ConsistentRead'];
/** What can be asked, and with which fields. */
const known: Record<string, readonly string[]> = {
  PutItem: [...write, 'Item', 'ReturnValues'],
  UpdateItem: [...write, 'Key', 'UpdateExpression'],
  DeleteItem: [...write, 'Key', 'ReturnValues'],
  BatchWriteItem: ['RequestItems'],
  BatchGetItem: ['RequestItems'],
  GetItem: ['TableName', 'Key', 'ConsistentRead'],
  Query: [...page, ...expressions, 'IndexName', 'KeyConditionExpression', 'ScanIndexForward'],
  Scan: page,
};
export const operations = Object.keys(known);
const MOST_IN_A_BATCH = 25;
const MOST_READ_AT_ONCE = 100;

/**
 * DynamoDB in memory, for the operations and expressions that the stores use. Every operation happens at once and as a
 * whole; whatever it does not know it refuses. Items must not be changed by whoever gets them.
 */
export class Database {
  readonly #tables: Map<string, Table>;
  readonly #written: (write: Written) => void;

  constructor(tables: Record<string, TableKeys>, written: (write: Written) => void = () => undefined) {
    this.#tables = new Map(Object.entries(tables).map(([name, keys]) => [name, new Table(keys)]));
    this.#written = written;
  }

  /** @throws ConditionFailed, NotSupported */
  call(operation: string, input: object): object {
    const fields = known[operation];
    if (!fields) throw new NotSupported(`The operation ${operation} is not supported`);
    for (const field in input)
      if (!fields.includes(field)) throw new NotSupported(`${field} of ${operation} is not supported`);
    if (operation === 'BatchWriteItem') return this.#writeBatch(input as Batch);
    if (operation === 'BatchGetItem') return this.#readBatch(input as Reads);
    const table = this.table((input as { TableName: string }).TableName);
    if (operation === 'Query') return query(table, input as Query);
    if (operation === 'Scan') return scan(table, input);
    if (operation !== 'GetItem') return this.#write(operation, input as Write);
    const item = table.get((input as { Key: Item }).Key);
    return item ? { Item: item } : {};
  }

  table(name: string): Table {
    const table = this.#tables.get(name);
    if (!table) throw new NotSupported(`There is no table ${name}`);
    return table;
  }

  #write(operation: string, input: Write): object {
    const { TableName, ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} } = input;
    const table = this.table(TableName);
    const key = table.keyOf(input.Item ?? input.Key ?? {});
    const place = table.place(key);
    const before = table.at(place);
    if (input.ConditionExpression && !condition(input.ConditionExpression)(before ?? {}, names, values))
      throw new ConditionFailed(before);
    const after = result(operation, input, before ?? key, names, values);
    table.set(place, after);
    this.#written({ table: TableName, key, ...(before && { before }), ...(after && { after }) });
    return input.ReturnValues === 'ALL_OLD' && before ? { Attributes: before } : {};
  }

  #writeBatch({ RequestItems }: Batch): object {
    const writes = Object.entries(RequestItems).flatMap(([TableName, requests]) =>
      requests.map(({ PutRequest, DeleteRequest }) => ({
        operation: PutRequest ? 'PutItem' : 'DeleteItem',
        input: { TableName, ...PutRequest, ...DeleteRequest },
      })),
    );
    const places = writes.map(({ input }) => this.#placeOf(input));
    if (writes.length > MOST_IN_A_BATCH) throw new NotSupported('Too many items requested for the BatchWriteItem call');
    if (new Set(places).size < places.length) throw new NotSupported('Provided list of item keys contains duplicates');
    for (const { operation, input } of writes) this.#write(operation, input);
    return { UnprocessedItems: {} };
  }

  #readBatch({ RequestItems }: Reads): object {
    const asked = Object.entries(RequestItems).flatMap(([TableName, { Keys }]) =>
      Keys.map((Key) => ({ TableName, Key })),
    );
    const places = new Set(asked.map((one) => this.#placeOf(one)));
    if (asked.length > MOST_READ_AT_ONCE) throw new NotSupported('Too many items requested for the BatchGetItem call');
    if (places.size < asked.length) throw new NotSupported('Provided list of item keys contains duplicates');
    const Responses: Record<string, Item[]> = {};
    for (const { TableName, Key } of asked) {
      const item = this.table(TableName).get(Key);
      Responses[TableName] ??= [];
      if (item) Responses[TableName].push(item);
    }
    return { Responses, UnprocessedKeys: {} };
  }

  #placeOf({ TableName, Item, Key }: Write): string {
    return `${TableName}\n${this.table(TableName).place(Item ?? Key ?? {})}`;
  }
}

function result(operation: string, input: Write, before: Item, names: Names, values: Values): Item | undefined {
  if (operation === 'DeleteItem') return undefined;
  if (operation === 'PutItem') return input.Item;
  return updated(input.UpdateExpression ?? '', before, names, values);
}
