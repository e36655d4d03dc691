import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CaseId } from '../shared/ids.ts';
import { RootNotFound } from '../shared/refusals.ts';

const Chain = z.union([
  z.strictObject({ ok: z.literal(true), length: z.int(), head: z.string() }),
  z.strictObject({ ok: z.literal(false), seq: z.int(), reason: z.string() }),
]);
const Published = z.union([
  z.strictObject({ ok: z.literal(true), upTo: z.int() }),
  z.strictObject({ ok: z.literal(false), seq: z.int(), reason: z.string() }),
]);
const Leaf = z.strictObject({
  index: z.int(),
  seq: z.int(),
  hash: z.string(),
  proof: z.strictObject({ index: z.int(), size: z.int(), path: z.array(z.string()) }),
});

export const contract: Contract = {
  summary: 'Check a case against what was published of it',
  description:
    'Its chain of hashes by itself, and against the root that is published every hour over the chains of all cases; ' +
    'with `size` against the root of that many leaves, which somebody holds. Each leaf comes with the way up to the root.',
  answers: {
    200: {
      means: 'What was found',
      body: z.strictObject({
        caseId: CaseId,
        chain: Chain,
        published: Published,
        misfit: z.optional(z.strictObject({ seq: z.int(), reason: z.string() })),
        root: z.looseObject({ size: z.int(), hash: z.string() }),
        leaves: z.array(Leaf),
      }),
    },
  },
  errors: [new RootNotFound(1000)],
  examples: {
    'before the first root': { as: 'audrey', query: { case: example.ready }, answer: 200 },
    'a root that never was': { as: 'audrey', query: { case: example.ready, size: '1000' }, answer: 404 },
  },
};
