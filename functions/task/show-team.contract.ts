import type { Contract } from '../contract/contract.ts';
import { TeamNotFound } from '../shared/team-errors.ts';
import { TeamAtWork } from './team-shape.ts';

export const contract: Contract = {
  summary: 'Look at a team',
  description: 'How long its queue is and what is due first, what each of its people has, and who is not there.',
  answers: { 200: { means: 'The team', body: TeamAtWork } },
  errors: [new TeamNotFound('legal')],
  examples: {
    'my own': { as: 'fiona', path: { team: 'fraud' }, answer: 200 },
    'that of others': { as: 'fiona', path: { team: 'cards' }, answer: 404 },
  },
};
