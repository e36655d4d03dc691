import type { AwsService } from '../cloud/aws-endpoint.ts';
import type { Answer } from '../cloud/tables.ts';
import type { Item } from '../table/attribute.ts';
import { ConditionFailed, Database, type Written } from '../table/database.ts';
import { keysOfTables } from '../table/table-keys.ts';
import { sceneTime } from './scene-histories.ts';

const ok = (body: object): Answer => ({ status: 200, body: JSON.stringify(body) });

/** Tables in memory that can be put back to how they were. */
export function sceneTables() {
  let kept: { table: string; item: Item }[] = [];
  let written: { table: string; item: Item }[] = [];
  const open = () =>
    new Database(keysOfTables, ({ table, after }: Written) => after && written.push({ table, item: after }));
  let database = open();

  const call: AwsService = async (operation, body) => {
    try {
      return ok(database.call(operation, JSON.parse(body)));
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      const answer = { __type: error.name, message: error.message, Item: error.found };
      return { status: 400, body: JSON.stringify(answer) };
    }
  };
  return {
    call,
    /** What is in them now is what they go back to. */
    keep: () => {
      kept = written;
    },
    putBack: () => {
      written = [];
      database = open();
      for (const { table, item } of kept) database.call('PutItem', { TableName: table, Item: item });
    },
  };
}

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
    case 'GetExecutionHistory':
      return ok({ events });
    default:
      return ok({ executionArn: 'started', startDate: began });
  }
};
