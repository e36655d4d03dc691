import * as z from 'zod/mini';
import { CaseFact } from '../case/case-fact.ts';
import { Instant } from '../shared/instant-shape.ts';

const place = { seq: z.int(), at: Instant };
const done = {
  ...place,
  by: z.string(),
  run: z.optional(z.string()),
  correlationId: z.optional(z.string()),
  hash: z.string(),
};

/** Something that happened to a case; its customer is told what and when, and no more. */
export const TimelineEvent = z.union([
  ...CaseFact.def.options.map((fact) => z.strictObject({ ...done, ...fact.shape })),
  z.strictObject({ ...place, kind: z.string() }),
]);
