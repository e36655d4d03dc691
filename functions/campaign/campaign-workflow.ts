import type { SFNClient } from '@aws-sdk/client-sfn';
import { startRun } from '../case/case-workflow.ts';
import type { Instant } from '../shared/now.ts';

export type CampaignWorkflow = ReturnType<typeof campaignWorkflow>;

export const campaignWorkflow = (client: Pick<SFNClient, 'send'>, stateMachineArn: string) => ({
  /** Starts this run unless it was started before. */
  async start({ campaignId, startAt }: { campaignId: string; startAt: Instant }, number: number): Promise<void> {
    const input = JSON.stringify({ campaignId, number, startAt });
    await startRun(client, stateMachineArn, `${campaignId}-${number}`, input);
  },
});
