import type { Contract } from '../contract/contract.ts';
import { IdempotencyKeyReused } from '../shared/errors.ts';
import { HandsFull, TeamNotFound } from '../shared/team-errors.ts';
import { TaskShown } from './task-shape.ts';

export const contract: Contract = {
  summary: 'Take on what is due first',
  description:
    'Of the tasks of a team that nobody has and that you have the skill for. Two who ask at once get two. With an Idempotency-Key the same request again is answered with the same task.',
  answers: { 200: { means: 'Your task', body: TaskShown }, 204: { means: 'There is nothing to do' } },
  errors: [new TeamNotFound('legal'), new HandsFull('dario', 12), new IdempotencyKeyReused()],
  examples: {
    'Dario has time': { as: 'dario', path: { team: 'disputes' }, answer: 200 },
    'there is nothing to do': { as: 'omid', path: { team: 'operations' }, answer: 204 },
    'of a team that is not yours': { as: 'dario', path: { team: 'cards' }, answer: 404 },
  },
};
