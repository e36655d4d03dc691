import { example } from '../../functions/contract/example.ts';
import type { AwsService } from '../cloud/aws-endpoint.ts';
import { memoryTables } from '../cloud/memory-tables.ts';
import { type Answer, type Item, keysOf, type Table } from '../cloud/tables.ts';
import type { Keys } from '../table/rows.ts';
import type { TableKeys } from '../table/table.ts';
import { keysOfTables } from '../table/table-keys.ts';
import { sceneTime } from './scene-histories.ts';

const ok = (body: object): Answer => ({ status: 200, body: JSON.stringify(body) });
type Written = { TableName: string; Item?: Item; Key?: Item };

/** Sees every call that a function makes to the tables. */
export type Meter = (tables: readonly Table[], call: AwsService) => AwsService;

/** Tables in this process that can be put back to how they were. */
export function sceneTables(meter: Meter = (_, call) => call) {
  const tables = Object.entries(keysOfTables).map(([name, keys]) => tableOf(name, keys));
  const answer = memoryTables(tables);
  const metered = meter(tables, answer);
  const kept = new Map<string, Written>();
  const touched = new Map<string, Written>();
  let keeping = true;

  const call: AwsService = (operation, body) => {
    if (/^(Put|Update|Delete)Item$/.test(operation)) {
      const { TableName, Item: item, Key } = JSON.parse(body) as Written;
      const table = tables.find(({ ref }) => ref === TableName) as Table;
      const key = { TableName, Key: keysOf(table, item ?? Key ?? {}) };
      touched.set(JSON.stringify(key), key);
      if (keeping && item) kept.set(JSON.stringify(key), { TableName, Item: item });
    }
    return metered(operation, body);
  };
  return {
    call,
    async items(TableName: string): Promise<Item[]> {
      return JSON.parse((await answer('Scan', JSON.stringify({ TableName }))).body).Items;
    },
    /** What stands behind the scene and is never put back. */
    async add(table: string, items: readonly Item[]) {
      const requests = items.map((item) => ({ PutRequest: { Item: item } }));
      for (let at = 0; at < requests.length; at += 25)
        await answer('BatchWriteItem', JSON.stringify({ RequestItems: { [table]: requests.slice(at, at + 25) } }));
    },
    /** What is in them now is what they go back to. */
    keep: () => {
      keeping = false;
      touched.clear();
    },
    async putBack() {
      for (const [name, key] of touched) {
        const item = kept.get(name);
        await answer(item ? 'PutItem' : 'DeleteItem', JSON.stringify(item ?? key));
      }
      touched.clear();
    },
  };
}

function tableOf(ref: string, { partition, sort, indexes = {} }: TableKeys): Table {
  const keySchema = (keys: Keys) => [
    { AttributeName: keys.partition, KeyType: 'HASH' },
    ...(keys.sort ? [{ AttributeName: keys.sort, KeyType: 'RANGE' }] : []),
  ];
  const main = { partition, ...(sort && { sort }) };
  const names = [
    ...new Set(
      [main as Keys, ...Object.values(indexes)].flatMap((keys) => [keys.partition, ...(keys.sort ? [keys.sort] : [])]),
    ),
  ];
  const typeOf = (name: string) => (name === 'seq' || name === 'version' ? 'N' : 'S');
  const GlobalSecondaryIndexes = Object.entries(indexes).map(([IndexName, keys]) => ({
    IndexName,
    KeySchema: keySchema(keys),
    Projection: projectionOf(keys),
  }));
  const properties = {
    KeySchema: keySchema(main),
    AttributeDefinitions: names.map((name) => ({ AttributeName: name, AttributeType: typeOf(name) })),
    ...(GlobalSecondaryIndexes.length > 0 && { GlobalSecondaryIndexes }),
  };
  return { logicalId: ref, type: 'AWS::DynamoDB::Table', ref, arn: '', path: ref, properties, asset: () => '' };
}

const projectionOf = ({ only }: Keys) =>
  only ? { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...only] } : { ProjectionType: 'ALL' as const };

const began = Date.parse(sceneTime) / 1000 - 6 * 3600;
const events = [
  { id: 1, type: 'ExecutionStarted', timestamp: began, previousEventId: 0 },
  {
    id: 2,
    type: 'TaskStateEntered',
    timestamp: began,
    previousEventId: 0,
    stateEnteredEventDetails: { name: 'Freeze accounts' },
  },
];

/** Step Functions where every run is under way. */
export const sceneRuns: AwsService = async (operation, body) => {
  const { executionArn } = JSON.parse(body) as { executionArn?: string };
  switch (operation) {
    case 'DescribeExecution':
      return ok({ executionArn, status: 'RUNNING', startDate: began });
    case 'ListExecutions': {
      const [name] = Object.values(example).map((caseId) => `${caseId}-1`);
      return ok({ executions: [{ executionArn: name, name, status: 'RUNNING', startDate: began }] });
    }
    case 'GetExecutionHistory':
      return ok({ events });
    default:
      return ok({ executionArn: 'started', startDate: began });
  }
};
