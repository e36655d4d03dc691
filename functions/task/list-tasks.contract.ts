import type { Contract } from '../contract/contract.ts';
import { pageOf } from '../shared/page-shape.ts';
import { TaskShown } from './task-shape.ts';

export const contract: Contract = {
  summary: 'List open tasks',
  description:
    'Yours, or with `team` those of a team you are in; what is due first comes first. May lag a second behind.',
  answers: { 200: { means: 'A page of tasks', body: pageOf(TaskShown) } },
  examples: {
    mine: { as: 'fiona', answer: 200 },
    'those of my team': { as: 'dario', query: { team: 'disputes' }, answer: 200 },
    'those of another team': { as: 'dario', query: { team: 'fraud' }, answer: 403 },
  },
};
