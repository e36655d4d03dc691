import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { SurveyPlan } from './plan-survey.ts';

export type SurveyWorkflow = ReturnType<typeof surveyWorkflow>;

export const surveyWorkflow = (client: Pick<SFNClient, 'send'>, stateMachineArn: string) => ({
  /** Starts the run of a further round of asking, unless it was started before. */
  async start(caseId: string, { cycle, round }: { cycle: number; round: number }, plan: SurveyPlan): Promise<void> {
    const input = JSON.stringify({ caseId, cycle, round, ...plan });
    const name = `${caseId}-${cycle}-survey-${round}`;
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  },
});
