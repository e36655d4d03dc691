import type { Campaign } from './campaign.ts';
import { CampaignNotFound, CampaignNotSteerable } from './refusals.ts';

/** The list of a campaign is made before it starts. @throws CampaignNotFound, CampaignNotSteerable */
export function mustTakeCustomers({ campaignId, status, audience }: Campaign): void {
  if (status === 'none') throw new CampaignNotFound(campaignId);
  if (status !== 'drafted' || audience.from !== 'list')
    throw new CampaignNotSteerable(campaignId, 'add customers to', status);
}
