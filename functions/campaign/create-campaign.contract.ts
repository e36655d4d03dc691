import type { Contract } from '../contract/contract.ts';
import { CampaignShown } from './campaign-shape.ts';

const autumn = {
  name: 'Autumn 2026',
  survey: 'relationship',
  audience: { from: 'cases', openedFrom: '2026-01-01T00:00:00.000Z', openedTo: '2026-07-01T00:00:00.000Z' },
  perMinute: 600,
};

export const contract: Contract = {
  summary: 'Draft a campaign',
  description:
    'Nobody is asked before it is started. It asks the survey in the version that is in force now, no more than ' +
    '`perMinute` customers a minute, each of them at most once, and within the one budget of contacts of each.',
  answers: { 201: { means: 'It is drafted', body: CampaignShown } },
  examples: {
    'all who had a case in spring': {
      as: 'admin',
      headers: { 'idempotency-key': 'autumn-2026' },
      body: autumn,
      answer: 201,
    },
    'a survey that is asked after a case': { as: 'admin', body: { ...autumn, survey: 'after-case' }, answer: 400 },
  },
};
