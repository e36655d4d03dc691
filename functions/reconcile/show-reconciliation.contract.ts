import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { CaseId } from '../shared/ids.ts';
import { Instant } from '../shared/instant-shape.ts';
import { Repair, Unexplained } from './reconcile-fact.ts';

const Repaired = z.strictObject({
  caseId: CaseId,
  unexplained: Unexplained,
  repair: Repair,
  runId: z.optional(z.string()),
});

export const contract: Contract = {
  summary: 'What did not fit between cases and their runs, and was repaired',
  description:
    'Every quarter of an hour each open case is held against its run: it has exactly one that lives, or a person who was ' +
    'asked to take over. `failed` are cases that could not be looked at. A sweep that finds the same and repairs nothing leaves ' +
    'the answer as it is for up to an hour, so `at` may be so old. Before the first sweep there is no `at`.',
  answers: {
    200: {
      means: 'What was found last',
      body: z.strictObject({
        at: z.optional(Instant),
        open: z.int(),
        live: z.int(),
        repaired: z.array(Repaired),
        failed: z.array(CaseId),
      }),
    },
  },
  examples: { 'as an auditor': { as: 'audrey', answer: 200 } },
};
