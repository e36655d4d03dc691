import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CampaignShown } from './campaign-shape.ts';
import { CampaignChangedMeanwhile, CampaignNotFound, CampaignNotSteerable } from './refusals.ts';

export const contract: Contract = {
  summary: 'Start, pause, resume or cancel a campaign',
  description:
    'Doing it again does nothing. Who has been selected by then is still asked; after a pause it goes on where it ' +
    'stood, and a cancelled one never does.',
  answers: { 200: { means: 'How it stands now', body: CampaignShown } },
  errors: [
    new CampaignNotFound(example.campaign),
    new CampaignNotSteerable(example.campaign, 'resume', 'cancelled'),
    new CampaignChangedMeanwhile(example.campaign),
  ],
  examples: {
    'it begins': { as: 'admin', path: { campaignId: example.campaign, action: 'start' }, answer: 200 },
    'it has not begun': { as: 'admin', path: { campaignId: example.campaign, action: 'pause' }, answer: 409 },
  },
};
