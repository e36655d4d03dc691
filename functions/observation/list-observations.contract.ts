import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { CaseId } from '../shared/ids.ts';
import { Instant } from '../shared/instant-shape.ts';
import { type ObservationKind, observationKinds } from './observation.ts';

const Found = z.strictObject({
  id: z.string(),
  kind: z.enum(Object.keys(observationKinds) as [ObservationKind, ...ObservationKind[]]),
  at: Instant,
  by: z.optional(z.string()),
  caseId: z.optional(CaseId),
  seq: z.optional(z.int()),
  about: z.optional(z.string()),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  why: z.string(),
});

export const contract: Contract = {
  summary: 'See what an auditor should look at',
  description:
    'Four reports: `gaps` (holes in a history, cases that nothing worked on, promises that were broken and nobody ' +
    'reacted), `overrides` (what people overrode), `failed-checks` (chains, rules, steps and mails) and `access` (who ' +
    'looked at what out of the ordinary). Each observation says why it is one, in English or Persian. Of at most a year, of ' +
    'the last thirty days unless `from` and `to` are given; the oldest first. With `format=csv` the whole span as a table.',
  answers: {
    200: {
      means: 'What was found',
      body: z.strictObject({ from: Instant, to: Instant, items: z.array(Found), next: z.optional(z.string()) }),
      orType: 'text/csv',
    },
  },
  examples: {
    'what people overrode': { as: 'audrey', query: { report: 'overrides' }, answer: 200 },
    'as a table, in Persian': {
      as: 'audrey',
      query: { report: 'failed-checks', format: 'csv', language: 'fa' },
      answer: 200,
    },
    'a report that there is not': { as: 'audrey', query: { report: 'secrets' }, answer: 400 },
  },
};
