import type { Engine } from '../../../local/states/engine.ts';
import type { Known } from '../../../local/states/known.ts';

type Input = Record<string, unknown>;
type Asked<O extends keyof Engine> = Engine[O] extends (asked: infer A) => unknown ? A : never;
type Run = Pick<Known, 'beginning' | 'end'>;

/** The calls of Step Functions that the functions make, answered as its SDK answers them: instants are dates. */
export function callStepFunctions(engine: Engine, operation: string, input: Input): object | Promise<object> {
  switch (operation) {
    case 'StartExecution':
      return engine.startExecution(input as Asked<'startExecution'>);
    case 'StopExecution':
      return engine.stopExecution(input as Asked<'stopExecution'>);
    case 'SendTaskSuccess':
      return engine.sendTaskSuccess(input as Asked<'sendTaskSuccess'>);
    case 'DescribeExecution':
      return described(engine.describeExecution(input.executionArn as string));
    case 'ListExecutions': {
      const { statusFilter: status, ...asked } = input;
      const { items, nextToken } = engine.listExecutions({ ...asked, status } as Asked<'listExecutions'>);
      return { executions: items.map(shown), nextToken };
    }
    case 'GetExecutionHistory':
      return history(engine, input);
    default:
      throw new Error(`The simulation does not know ${operation}`);
  }
}

const shown = ({ beginning, end }: Run) => ({
  name: beginning.name,
  executionArn: beginning.arn,
  stateMachineArn: beginning.machineArn,
  startDate: new Date(beginning.startDate),
  status: end?.status ?? 'RUNNING',
  ...(end && { stopDate: new Date(end.stopDate) }),
});

const described = (run: Run) => ({ ...shown(run), input: run.beginning.input });

async function history(engine: Engine, input: Input): Promise<object> {
  const { items, nextToken } = await engine.getExecutionHistory(input as Asked<'getExecutionHistory'>);
  return { events: items.map((one) => ({ ...one, timestamp: new Date(one.timestamp) })), nextToken };
}
