import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Instant } from '../shared/now.ts';

export type CampaignWorkflow = ReturnType<typeof campaignWorkflow>;

export const campaignWorkflow = (client: Pick<SFNClient, 'send'>, stateMachineArn: string) => ({
  /** Starts this run unless it was started before. */
  async start({ campaignId, startAt }: { campaignId: string; startAt: Instant }, number: number): Promise<void> {
    const input = JSON.stringify({ campaignId, number, startAt });
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name: `${campaignId}-${number}`, input }));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  },
});
