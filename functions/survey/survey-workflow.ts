import type { SFNClient } from '@aws-sdk/client-sfn';
import { startRun } from '../case/case-workflow.ts';
import { surveyRunName } from '../shared/ids.ts';
import type { SurveyPlan } from './plan-survey.ts';

export type SurveyWorkflow = ReturnType<typeof surveyWorkflow>;

export const surveyWorkflow = (client: Pick<SFNClient, 'send'>, stateMachineArn: string) => ({
  /** Starts the run of this round of asking, unless it was started before. */
  async start(caseId: string, { cycle, round }: { cycle: number; round: number }, plan: SurveyPlan): Promise<void> {
    const input = JSON.stringify({ caseId, cycle, round, ...plan });
    await startRun(client, stateMachineArn, surveyRunName(caseId, cycle, round), input);
  },
});
