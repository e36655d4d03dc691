import type { SFNClient } from '@aws-sdk/client-sfn';
import { startRun } from '../case/case-workflow.ts';
import type { SurveyPlan } from './plan-survey.ts';

export type SurveyWorkflow = ReturnType<typeof surveyWorkflow>;

export const surveyWorkflow = (client: Pick<SFNClient, 'send'>, stateMachineArn: string) => ({
  /** Starts the run of a further round of asking, unless it was started before. */
  async start(caseId: string, { cycle, round }: { cycle: number; round: number }, plan: SurveyPlan): Promise<void> {
    const input = JSON.stringify({ caseId, cycle, round, ...plan });
    await startRun(client, stateMachineArn, `${caseId}-${cycle}-survey-${round}`, input);
  },
});
