import type { DescribeExecutionOutput, SFNClient } from '@aws-sdk/client-sfn';
import type { Case } from '../case/case.ts';
import type { CaseStore, Change } from '../case/case-store.ts';
import { cycleOfRun, findRun, startRun } from '../case/case-workflow.ts';
import { runArn } from '../case/runs.ts';
import { caseIdOf, cycleOf, readSurveyRun } from '../shared/ids.ts';
import type { Task } from '../task/task.ts';
import { concludeSurvey } from './conclude-survey.ts';

export type SurveysWorld = { cases: CaseStore; runs: Pick<SFNClient, 'send'>; machines: { survey: string } };

/**
 * Somebody looked at the run of a survey that died. To try again starts another with what the first was begun with;
 * when it is handled, or Step Functions has forgotten that run, nobody is asked any more, and the history says so. Safe
 * to do again.
 */
export async function goOnWithSurvey(world: SurveysWorld, { caseId }: Case, task: Task, change: Change): Promise<void> {
  const { cases, runs, machines } = world;
  const { outcome, askedAt: run = '' } = task;
  const { name, round, attempt } = readSurveyRun(run);
  const known: Pick<DescribeExecutionOutput, 'input'> | undefined =
    outcome === 'retry' ? await findRun(runs, runArn(machines.survey, run)) : undefined;
  if (known?.input) return startRun(runs, machines.survey, `${name}-r${attempt + 1}`, known.input);
  await cases.change(caseId, change, concludeSurvey({ cycle: cycleOfRun(run), round }));
}

/** Of a survey that could not be concluded somebody said that it is handled: the history says that it is over. */
export async function endSurvey({ cases }: Pick<SurveysWorld, 'cases'>, task: Task, change: Change): Promise<void> {
  const { taskId, round = 1 } = task;
  await cases.change(caseIdOf(taskId), change, concludeSurvey({ cycle: cycleOf(taskId), round }));
}
