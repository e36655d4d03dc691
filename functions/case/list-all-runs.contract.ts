import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { CaseId } from '../shared/ids.ts';
import { Instant } from '../shared/instant-shape.ts';
import { pageOf } from '../shared/page-shape.ts';
import { RunMachine, RunStatus } from './all-runs.ts';

const Run = z.strictObject({
  runId: z.string(),
  caseId: z.optional(CaseId),
  machine: RunMachine,
  status: RunStatus,
  startedAt: Instant,
  stoppedAt: z.optional(Instant),
});

export const contract: Contract = {
  summary: 'List runs',
  description:
    'The runs of one state machine, of all cases, the newest first, as Step Functions knows them: those that ended ' +
    'within 90 days, and all that live.',
  answers: { 200: { means: 'A page of runs', body: pageOf(Run) } },
  examples: {
    'what is under way': { as: 'audrey', query: { machine: 'case', status: 'RUNNING' }, answer: 200 },
    'of which workflow?': { as: 'audrey', query: { machine: 'toast' }, answer: 400 },
  },
};
