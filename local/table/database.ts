import { type Item, NotSupported } from './attribute.ts';
import { condition, type Names, type Values } from './condition.ts';
import { type Query, query } from './query.ts';
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
  ConditionExpression?: string;
  ExpressionAttributeNames?: Names;
  ExpressionAttributeValues?: Values;
};
type Read = { TableName: string; Key: Item } & Query;

const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem']);

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
    if (WRITES.has(operation)) return this.#write(operation, input as Write);
    const asked = input as Read;
    const table = this.table(asked.TableName);
    if (operation === 'Query') return query(table, asked);
    if (operation !== 'GetItem') throw new NotSupported(`The operation ${operation} is not supported`);
    const item = table.get(asked.Key);
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
    const before = table.get(key);
    if (input.ConditionExpression && !condition(input.ConditionExpression)(before ?? {}, names, values))
      throw new ConditionFailed(before);
    const after = result(operation, input, before ?? key, names, values);
    if (after) table.put(after);
    else table.delete(key);
    this.#written({ table: TableName, key, ...(before && { before }), ...(after && { after }) });
    return {};
  }
}

function result(operation: string, input: Write, before: Item, names: Names, values: Values): Item | undefined {
  if (operation === 'DeleteItem') return undefined;
  if (operation === 'PutItem') return input.Item;
  return updated(input.UpdateExpression ?? '', before, names, values);
}
