import * as z from 'zod/mini';
import { PersonId } from '../shared/ids.ts';
import { Instant } from '../shared/instant-shape.ts';
import { ErasureReason, HoldReason } from './customer-fact.ts';

/** Whether a customer's data must stay, and how far its erasure is. */
export const CustomerShown = z.strictObject({
  customerId: PersonId,
  legalHold: z.optional(z.strictObject({ reason: HoldReason, placedBy: z.string(), placedAt: Instant })),
  erasure: z.optional(
    z.strictObject({
      erasureId: z.string(),
      status: z.enum(['requested', 'rejected', 'approved', 'erased']),
      reason: ErasureReason,
      requestedBy: z.string(),
      requestedAt: Instant,
      decidedBy: z.optional(z.string()),
      decidedAt: z.optional(Instant),
      erasedAt: z.optional(Instant),
    }),
  ),
});
