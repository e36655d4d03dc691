import * as z from 'zod/mini';
import { CaseFact } from '../case/case-fact.ts';
import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { Instant } from '../shared/instant-shape.ts';

const place = { seq: z.int(), at: Instant };
const done = {
  ...place,
  by: z.string(),
  run: z.optional(z.string()),
  correlationId: z.optional(z.string()),
  hash: z.string(),
};
const Event = z.union([
  ...CaseFact.def.options.map((fact) => z.strictObject({ ...done, ...fact.shape })),
  z.strictObject({ ...place, kind: z.string() }),
]);
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
      body: z.strictObject({ items: z.array(Event), chain: Chain, next: z.optional(z.string()) }),
    },
  },
  examples: {
    'as an auditor': { as: 'audrey', path: { caseId: example.ready }, query: { limit: '3' }, answer: 200 },
    'as its customer': { as: 'cus_james', path: { caseId: example.ready }, query: { limit: '3' }, answer: 200 },
  },
};
