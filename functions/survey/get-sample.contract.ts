import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { PolicyNotFound } from '../shared/errors.ts';
import { Instant } from '../shared/instant-shape.ts';

export const contract: Contract = {
  summary: 'The draw of the surveys of a month',
  description:
    'A case was drawn when the first 48 bits of HMAC-SHA-256(seed, case id), as a share of all they can be, are below ' +
    'the rate that stands in its history. The commitment is SHA-256 of `caseloop-sampling|<seed>`, published before ' +
    'anybody is drawn; the seed follows when nobody of that month is drawn any more.',
  answers: {
    200: {
      means: 'What was committed to, and the seed once it is revealed',
      body: z.strictObject({
        period: z.string(),
        commitment: z.string(),
        committedAt: Instant,
        seed: z.optional(z.string()),
        revealedAt: z.optional(Instant),
      }),
    },
  },
  errors: [new PolicyNotFound('survey-samples/2020-01')],
  examples: {
    'a month in which nobody was drawn': { as: 'cyrus', path: { period: '2020-01' }, answer: 404 },
    'this month': { as: 'cyrus', path: { period: '2026-11' }, answer: 200 },
  },
};
