import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { TimelineEvent } from './timeline-shape.ts';

const Chain = z.union([
  z.strictObject({ ok: z.literal(true), length: z.int(), head: z.string() }),
  z.strictObject({ ok: z.literal(false), seq: z.int(), reason: z.string() }),
]);

export const contract: Contract = {
  summary: 'Everything that happened to a case',
  description:
    'In order, who did it, and whether the chain of hashes holds. Customers see what was done for them. Events hold ' +
    'ids, instants and enumerations; what people wrote is kept elsewhere.',
  answers: {
    200: {
      means: 'A page of events',
      body: z.strictObject({ items: z.array(TimelineEvent), chain: Chain, next: z.optional(z.string()) }),
    },
  },
  examples: {
    'as an auditor': { as: 'audrey', path: { caseId: example.ready }, query: { limit: '3' }, answer: 200 },
    'as its customer': { as: 'cus_james', path: { caseId: example.ready }, query: { limit: '3' }, answer: 200 },
  },
};
