import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { PolicyChangedMeanwhile } from '../shared/errors.ts';
import { PersonId, TaskId } from '../shared/ids.ts';
import { Instant } from '../shared/instant-shape.ts';
import { ManagerNeeded } from '../shared/refusals.ts';
import { ColleagueNotFound } from '../shared/team-errors.ts';

const Said = z.strictObject({
  person: PersonId,
  absent: z.boolean(),
  until: z.optional(Instant),
  givenBack: z.array(TaskId),
});

export const contract: Contract = {
  summary: 'Say that somebody is absent, or back',
  description:
    'People say so of themselves, managers of their people. What they had goes back to its teams; nothing is assigned to them until they are back, or `until` has come.',
  answers: { 200: { means: 'What was said, and the tasks that went back', body: Said } },
  errors: [new ManagerNeeded('fraud'), new ColleagueNotFound('zoe'), new PolicyChangedMeanwhile('absences')],
  examples: {
    'Fiona is ill': { as: 'farid', path: { personId: 'fiona' }, body: { absent: true }, answer: 200 },
    'Dario knows until when': {
      as: 'dario',
      path: { personId: 'dario' },
      body: { absent: true, until: '2027-01-08T08:00:00.000Z' },
      answer: 200,
    },
    'of a colleague': { as: 'dario', path: { personId: 'fiona' }, body: { absent: true }, answer: 403 },
  },
};
