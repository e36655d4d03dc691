import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { Instant } from '../shared/instant-shape.ts';
import { pageOf } from '../shared/page-shape.ts';

const Run = z.strictObject({
  runId: z.string(),
  machine: z.enum(['case', 'complaint', 'investigation', 'survey']),
  status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE']),
  startedAt: Instant,
  stoppedAt: z.optional(Instant),
  error: z.optional(z.string()),
});

export const contract: Contract = {
  summary: 'The runs of a case',
  description: 'Every run of a state machine that belongs to the case and that Step Functions still knows (90 days).',
  answers: { 200: { means: 'The runs', body: pageOf(Run) } },
  examples: { 'the runs of a case': { as: 'audrey', path: { caseId: example.investigated }, answer: 200 } },
};
