import { NotSupported } from '../table/attribute.ts';
import { ConditionFailed, Database } from '../table/database.ts';
import type { TableKeys } from '../table/table.ts';
import type { JsonObject } from './json.ts';
import { keptDatabase } from './kept-database.ts';
import { checkRequests } from './request-checks.ts';
import type { Answer, CallTables, Table } from './tables.ts';

type Projection = NonNullable<Table['properties']['GlobalSecondaryIndexes']>[number]['Projection'];
type KeySchema = Table['properties']['KeySchema'];

/** DynamoDB in this process's memory: quick and strict. With a `file`, what is written outlives the process. */
export function memoryTables(tables: readonly Table[], file?: string): CallTables {
  const keys = Object.fromEntries(tables.map((table) => [table.ref, keysOfTable(table)]));
  const database = file ? keptDatabase(keys, file) : new Database(keys);
  const check = checkRequests();

  return async (operation, body) => {
    const request = JSON.parse(body) as JsonObject;
    if (operation === 'ListTables') return answer({ TableNames: tables.map(({ ref }) => ref) });
    try {
      if (operation === 'DescribeTable') return answer({ Table: describe(tables, String(request.TableName)) });
      check(operation, request);
      return answer(database.call(operation, request));
    } catch (error) {
      return failure(error, request);
    }
  };
}

const answer = (body: object, status = 200): Answer => ({ status, body: JSON.stringify(body) });
const known = ({ name, message }: Error, more: object = {}): Answer =>
  answer({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message, ...more }, 400);

function failure(error: unknown, { ReturnValuesOnConditionCheckFailure: wanted }: JsonObject): Answer {
  if (error instanceof ConditionFailed)
    return known(error, error.found && wanted === 'ALL_OLD' ? { Item: error.found } : {});
  if (error instanceof NotSupported) return known(error);
  if (error instanceof Error && 'body' in error) return answer(error.body as object, 400);
  throw error;
}

function keysOfTable({ properties }: Table): TableKeys {
  const indexes = [...(properties.GlobalSecondaryIndexes ?? []), ...(properties.LocalSecondaryIndexes ?? [])];
  return {
    ...keysIn(properties.KeySchema),
    indexes: Object.fromEntries(
      indexes.map(({ IndexName, KeySchema, Projection }) => [
        IndexName,
        { ...keysIn(KeySchema), ...keptIn(Projection) },
      ]),
    ),
  };
}

function keysIn(schema: KeySchema): { partition: string; sort?: string } {
  const name = (type: string) => schema.find(({ KeyType }) => KeyType === type)?.AttributeName;
  const sort = name('RANGE');
  return { partition: name('HASH') ?? '', ...(sort && { sort }) };
}

function keptIn({ ProjectionType, NonKeyAttributes = [] }: Projection): { only?: readonly string[] } {
  return ProjectionType === 'ALL' ? {} : { only: NonKeyAttributes };
}

function describe(tables: readonly Table[], name: string): object {
  const table = tables.find(({ ref }) => ref === name);
  if (!table) throw new NotSupported(`There is no table ${name}`);
  const { StreamSpecification, ...properties } = table.properties;
  return { TableName: name, TableArn: table.arn, TableStatus: 'ACTIVE', ...properties };
}
