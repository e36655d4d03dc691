import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { RunNotFound } from '../shared/errors.ts';
import { Instant } from '../shared/instant-shape.ts';
import { pageOf } from '../shared/page-shape.ts';

const HistoryEvent = z.looseObject({
  id: z.int(),
  type: z.string(),
  timestamp: Instant,
  previousEventId: z.optional(z.int()),
});

export const contract: Contract = {
  summary: 'What happened in a run',
  description:
    'The history of Step Functions, event by event, as its `GetExecutionHistory` gives it; from the copy kept here once it has forgotten.',
  answers: {
    200: {
      means: 'A page of events',
      body: z.extend(pageOf(HistoryEvent), { source: z.enum(['step-functions', 'archive']) }),
    },
  },
  errors: [new RunNotFound(`${example.investigated}-2`)],
  examples: {
    'the run a case lives in': {
      as: 'audrey',
      path: { caseId: example.investigated, runId: `${example.investigated}-1` },
      answer: 200,
    },
    'a run that never was': {
      as: 'audrey',
      path: { caseId: example.investigated, runId: `${example.investigated}-2` },
      answer: 404,
    },
  },
};
