import type { HistoryEvent } from './history.ts';
import type { KeptMachine } from './keeper.ts';
import type { Known } from './known.ts';

/** Times leave as seconds since the epoch, with milliseconds behind the point. */
export const seconds = (milliseconds: number): number => milliseconds / 1000;

const summary = ({ beginning, end }: Pick<Known, 'beginning' | 'end'>) => ({
  executionArn: beginning.arn,
  stateMachineArn: beginning.machineArn,
  name: beginning.name,
  status: end?.status ?? 'RUNNING',
  startDate: seconds(beginning.startDate),
  stopDate: end && seconds(end.stopDate),
  redriveCount: 0,
});

export const executionItem = summary;

export function executionDescription(execution: Pick<Known, 'beginning' | 'end'>) {
  const { beginning, end } = execution;
  const described = summary(execution);
  return {
    ...described,
    input: beginning.input,
    inputDetails: { included: true },
    output: end?.output,
    outputDetails: end?.output === undefined ? undefined : { included: true },
    error: end?.error,
    cause: end?.cause,
    redriveStatus: 'NOT_REDRIVABLE',
    redriveStatusReason: `Execution is ${described.status} and cannot be redriven`,
  };
}

export const machineItem = ({ arn, name, creationDate }: KeptMachine) => ({
  stateMachineArn: arn,
  name,
  type: 'STANDARD',
  creationDate: seconds(creationDate),
});

export const machineDescription = (machine: KeptMachine) => ({
  ...machineItem(machine),
  status: 'ACTIVE',
  definition: machine.definition,
  roleArn: machine.roleArn,
  revisionId: machine.revision,
  loggingConfiguration: { level: 'OFF', includeExecutionData: false },
  tracingConfiguration: { enabled: false },
});

export const eventItem = (event: HistoryEvent) => ({ ...event, timestamp: seconds(event.timestamp) });
