import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { Outcome, TaskKind, TeamId } from './task.ts';

const Kind = z.strictObject({
  ...{ kind: TaskKind, team: TeamId, hours: z.int(), outcomes: z.array(Outcome) },
  form: z.record(z.string(), z.unknown()),
});

export const contract: Contract = {
  summary: 'List the kinds of tasks',
  description:
    'What each can end with, the team it is given to, the hours it should be done in, and as JSON Schema the form that is filled in when it is completed.',
  answers: { 200: { means: 'All kinds', body: z.strictObject({ kinds: z.array(Kind) }) } },
  examples: { 'what Fiona can be asked': { as: 'fiona', answer: 200 } },
};
