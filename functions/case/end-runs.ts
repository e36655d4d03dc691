import type { SFNClient } from '@aws-sdk/client-sfn';
import { answerWait } from '../task/answer-wait.ts';
import type { Waiting } from '../task/wait.ts';
import type { WaitStore } from '../task/wait-store.ts';
import { type Case, isPast } from './case.ts';
import type { CaseEvent } from './case-fact.ts';
import { cycleOfRun, stopRun } from './case-workflow.ts';
import { type Machines, machineOf, runArn, runsOf } from './runs.ts';

export type RunsWorld = {
  runs: Pick<SFNClient, 'send'>;
  waits: WaitStore;
  machines: Pick<Machines, 'case' | 'complaint' | 'investigation'>;
};

/**
 * Ends the runs that have nothing left to do: all of a case that was cancelled or merged, those of earlier cycles of
 * one that was taken up again. A case's own run comes before those it awaits, so that none of them is told of a
 * failure. A survey goes on: how the earlier cycle went may still be told; but not to wait for a task that was withdrawn
 * with that cycle. Safe to do again.
 */
export async function endRuns(
  { runs, waits, machines }: RunsWorld,
  current: Case,
  events: readonly CaseEvent[],
): Promise<void> {
  for (const runId of runsOf(current, events)) {
    const machine = machineOf(runId, current.type);
    if (machine === 'survey' || !isPast(current, cycleOfRun(runId))) continue;
    await stopRun(runs, runArn(machines[machine], runId), current.status);
  }
  for (const waiting of await waits.of(current.caseId))
    if (isOver(current, waiting)) await answerWait({ waits, runs }, current, waiting);
}

function isOver(current: Case, waiting: Waiting): boolean {
  const [cycle, what] = waiting.split(':');
  return what !== 'survey' && isPast(current, Number(cycle));
}
