import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type ExecutionStatus,
  GetExecutionHistoryCommand,
  InvalidToken,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { Case } from './case.ts';

export type CaseWorkflow = ReturnType<typeof caseWorkflow>;
type Client = Pick<SFNClient, 'send'>;

/** `<caseId>-<cycle>`, and a number for every further attempt: starting the same run twice starts it once. */
export const runName = (caseId: string, cycle: number, attempt: number): string =>
  attempt > 1 ? `${caseId}-${cycle}-r${attempt}` : `${caseId}-${cycle}`;

/** In which machine a case of this type lives. */
export const machineFor = (type: Case['type']): keyof CaseMachines => (type === 'complaint' ? 'complaint' : 'case');
export type CaseMachines = Record<'case' | 'complaint', string>;

/** In which cycle of its case a run, or one that it started, does its work. */
export const cycleOfRun = (name: string): number => Number(name.split('-')[1]);

type Cycle = { caseId: string; cycle: number; attempt: number; type: Case['type'] };

export const caseWorkflow = (client: Client, machines: CaseMachines) => ({
  /** Starts the run of this cycle unless it was started before. */
  start: ({ caseId, cycle, attempt, type }: Cycle): Promise<void> =>
    startRun(client, machines[machineFor(type)], runName(caseId, cycle, attempt), JSON.stringify({ caseId, cycle })),
});

/** Starts a run unless there was one of that name before. `input` is JSON. */
export async function startRun(client: Client, stateMachineArn: string, name: string, input: string): Promise<void> {
  try {
    await client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error;
  }
}

/**
 * Hands a waiting run its answer. False when the run waits no longer: answered before, timed out or ended.
 * Knowing the token is all it takes, so a token never leaves the backend.
 */
export async function answerRun(client: Client, taskToken: string, output: unknown): Promise<boolean> {
  try {
    await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
    return true;
  } catch (error) {
    if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken)
      return false;
    throw error;
  }
}

/** The run, or undefined when Step Functions knows none by this ARN. */
export async function findRun(client: Client, executionArn: string) {
  try {
    return await client.send(new DescribeExecutionCommand({ executionArn }));
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) return undefined;
    throw error;
  }
}

/** A page of what happened in a run, or undefined when Step Functions knows none by this ARN. */
export async function runHistory(
  client: Client,
  executionArn: string,
  { nextToken, maxResults = 100 }: { nextToken?: string | undefined; maxResults?: number } = {},
) {
  try {
    const page = { executionArn, maxResults, ...(nextToken && { nextToken }) };
    return await client.send(new GetExecutionHistoryCommand(page));
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) return undefined;
    throw error;
  }
}

type RunsWanted = { status?: ExecutionStatus | undefined; limit: number; nextToken?: string | undefined };

/** A page of the runs of a machine, the newest first. */
export async function listRuns(client: Client, stateMachineArn: string, { status, limit, nextToken }: RunsWanted) {
  const asked = { stateMachineArn, maxResults: limit, ...(status && { statusFilter: status }) };
  const page = await client.send(new ListExecutionsCommand({ ...asked, ...(nextToken && { nextToken }) }));
  return { runs: page.executions ?? [], nextToken: page.nextToken };
}

/** Ends a run that has nothing left to do; one that ended before, or never was, stays as it is. */
export async function stopRun(client: Client, executionArn: string, cause: string): Promise<void> {
  try {
    await client.send(new StopExecutionCommand({ executionArn, error: 'NothingLeftToDo', cause }));
  } catch (error) {
    if (!(error instanceof ExecutionDoesNotExist)) throw error;
  }
}

/** What the first of these runs says that Step Functions knows. */
export async function firstKnown<T>(arns: readonly string[], ask: (arn: string) => Promise<T | undefined>) {
  for (const arn of arns) {
    const found = await ask(arn);
    if (found) return found;
  }
  return undefined;
}

/** Runs and their histories, from whichever machine knows them; `arnsOf` tells where a run may have lived. */
export const knownRuns = (client: Client, arnsOf: (runId: string) => string[]) => ({
  describe: (runId: string) => firstKnown(arnsOf(runId), (arn) => findRun(client, arn)),
  history: (runId: string) => (nextToken?: string) =>
    firstKnown(arnsOf(runId), (arn) => runHistory(client, arn, { nextToken, maxResults: 1000 })),
});
