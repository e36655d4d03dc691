import {
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  ListExecutionsCommand,
  type SFNClient,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { LiveRun, RunStatus } from './explain.ts';

export type RunsWorkflow = ReturnType<typeof runsWorkflow>;

/** The runs of cases, as Step Functions knows them. */
const runArn = (stateMachineArn: string, runId: string): string =>
  `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${runId}`;

/** `machines` are those that a run of a case can be of; its name is in one of them at most. */
export function runsWorkflow(client: Pick<SFNClient, 'send'>, machines: readonly string[]) {
  return {
    /** Every run of a case that lives; a thousand a call. */
    async live(): Promise<LiveRun[]> {
      const found: LiveRun[] = [];
      for (const stateMachineArn of machines) {
        let nextToken: string | undefined;
        do {
          const asked = { stateMachineArn, statusFilter: 'RUNNING', maxResults: 1000 } as const;
          const page = await client.send(new ListExecutionsCommand({ ...asked, nextToken }));
          for (const { name, startDate } of page.executions ?? [])
            if (name && startDate) found.push({ runId: name, startedAt: startDate.toISOString() });
          nextToken = page.nextToken;
        } while (nextToken);
      }
      return found;
    },

    async status(runId: string): Promise<RunStatus> {
      for (const machine of machines) {
        try {
          const { status } = await client.send(new DescribeExecutionCommand({ executionArn: runArn(machine, runId) }));
          return status ?? 'none';
        } catch (error) {
          if (!(error instanceof ExecutionDoesNotExist)) throw error;
        }
      }
      return 'none';
    },

    /** `why` is for people who look at the run; ids and enumerations only. */
    async stop(runId: string, why: string): Promise<void> {
      for (const machine of machines) {
        try {
          const asked = { executionArn: runArn(machine, runId), error: 'Reconciled', cause: why };
          await client.send(new StopExecutionCommand(asked));
          return;
        } catch (error) {
          if (!(error instanceof ExecutionDoesNotExist)) throw error;
        }
      }
    },
  };
}
