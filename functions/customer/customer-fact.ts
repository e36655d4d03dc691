import * as z from 'zod/mini';
import { PersonId } from '../shared/ids.ts';

export const HoldReason = z.enum(['court-proceedings', 'authority-request', 'internal-investigation', 'dispute']);
export const ErasureReason = z.enum(['asked-by-the-person', 'consent-withdrawn', 'no-longer-needed', 'unlawful']);
export type HoldReason = z.infer<typeof HoldReason>;
export type ErasureReason = z.infer<typeof ErasureReason>;

const fact = <K extends string, S extends z.core.$ZodShape>(kind: K, data: S) =>
  z.strictObject({ kind: z.literal(kind), data: z.strictObject(data) });
const Count = z.int().check(z.nonnegative());

// All that is done with what is known of a person. Ids, instants, numbers and enumerations: it outlives the person's
// data, and says nothing of the person.
export const CustomerFact = z.discriminatedUnion('kind', [
  fact('legal-hold-placed', { reason: HoldReason, noteId: z.optional(z.string()) }),
  fact('legal-hold-lifted', { noteId: z.optional(z.string()) }),
  fact('erasure-requested', { erasureId: z.string(), reason: ErasureReason }),
  fact('erasure-decided', { erasureId: z.string(), decision: z.enum(['approved', 'rejected']) }),
  fact('erased', { erasureId: z.string(), cases: Count, rows: Count }),
  fact('consent-said', { surveys: z.enum(['yes', 'no']), because: z.enum(['asked', 'complaint']) }),
  fact('exported', { cases: Count }),
  fact('evidence-read', { caseId: z.string(), sha256: z.string() }),
  fact('retention-applied', { caseId: z.string(), class: z.string(), policy: Count, rows: Count }),
]);
export type CustomerFact = z.infer<typeof CustomerFact>;

/** One entry of a customer's record, chained like the events of a case. */
export const CustomerEvent = z.strictObject({
  customerId: PersonId,
  seq: z.int().check(z.positive()),
  at: z.iso.datetime(),
  by: z.string(),
  command: z.optional(z.strictObject({ id: z.string(), hash: z.string() })),
  fact: CustomerFact,
  before: z.string(),
  hash: z.string(),
});
export type CustomerEvent = z.infer<typeof CustomerEvent>;
