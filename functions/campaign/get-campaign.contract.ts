import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CampaignShown } from './campaign-shape.ts';
import { CampaignNotFound } from './refusals.ts';

export const contract: Contract = {
  summary: 'Show a campaign',
  description:
    'What was decided by whom, how many have been seen to, and what became of them. `outcomes` lags a quarter of an ' +
    'hour behind; what they answered is in the report of satisfaction with `purpose=relationship`.',
  answers: { 200: { means: 'The campaign', body: CampaignShown } },
  errors: [new CampaignNotFound(example.campaign)],
  examples: { 'one that is drafted': { as: 'cyrus', path: { campaignId: example.campaign }, answer: 200 } },
};
