import type { DescribeExecutionOutput, SFNClient } from '@aws-sdk/client-sfn';
import type { Case } from '../case/case.ts';
import type { CaseStore, Change } from '../case/case-store.ts';
import { findRun, startRun } from '../case/case-workflow.ts';
import { isSurveyRun, runArn } from '../case/runs.ts';
import { cycleOf } from '../shared/ids.ts';
import type { Task } from '../task/task.ts';
import { concludeSurvey } from './conclude-survey.ts';

type World = { cases: CaseStore; runs: Pick<SFNClient, 'send'>; machines: { survey: string } };

/** Whether somebody was asked about the run of a survey that died, and not by a run that waits for the answer. */
export const isAboutADeadSurvey = ({ step, askedAt = '' }: Task): boolean =>
  step === 'survey-customer' && isSurveyRun(askedAt);

/**
 * Somebody looked at the run of a survey that died. To try again starts another with what the first was begun with;
 * when it is handled, nobody is asked any more, and the history says so. Safe to do again.
 */
export async function goOnWithSurvey(world: World, { caseId }: Case, task: Task, change: Change): Promise<void> {
  const { cases, runs, machines } = world;
  const { taskId, outcome, askedAt: run = '' } = task;
  const { input = '{}' }: Pick<DescribeExecutionOutput, 'input'> =
    (await findRun(runs, runArn(machines.survey, run))) ?? {};
  if (outcome === 'retry' && input !== '{}') return startRun(runs, machines.survey, nextAttempt(run), input);
  const { round } = JSON.parse(input) as { round?: number };
  await cases.change(caseId, change, concludeSurvey({ cycle: cycleOf(taskId), round }));
}

/** `…-survey` and `…-survey-2` are tried again as `…-r2`, and then as `…-r3`. */
function nextAttempt(run: string): string {
  const [, name, attempt = '1'] = /^(.*-survey(?:-\d+)?)(?:-r(\d+))?$/.exec(run) ?? [];
  return `${name}-r${Number(attempt) + 1}`;
}
