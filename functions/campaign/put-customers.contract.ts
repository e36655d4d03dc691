import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CampaignNotFound, CampaignNotSteerable } from './refusals.ts';

export const contract: Contract = {
  summary: 'Put a page of the list of a campaign',
  description: 'Pages count from 1; putting one again replaces it. The list is fixed when the campaign is started.',
  answers: { 204: { means: 'The page is kept' } },
  errors: [
    new CampaignNotFound(example.campaign),
    new CampaignNotSteerable(example.campaign, 'add customers to', 'running'),
  ],
  examples: {
    'two customers': {
      as: 'admin',
      path: { campaignId: example.campaign, page: '1' },
      body: { customers: ['cus_anna', 'cus_reza'] },
      answer: 204,
    },
    'a page without anybody': {
      as: 'admin',
      path: { campaignId: example.campaign, page: '1' },
      body: { customers: [] },
      answer: 400,
    },
  },
};
