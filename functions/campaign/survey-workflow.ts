import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { SurveyPlan } from '../survey/plan-survey.ts';

export type SurveyRuns = ReturnType<typeof surveyWorkflow>;

export const surveyWorkflow = (client: Pick<SFNClient, 'send'>, stateMachineArn: string) => ({
  /** Starts the run of the only survey of this history, unless it was started before. */
  async start(caseId: string, plan: SurveyPlan): Promise<void> {
    const input = JSON.stringify({ caseId, cycle: 1, ...plan });
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name: `${caseId}-1-survey`, input }));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  },
});
