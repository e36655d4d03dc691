import * as z from 'zod/mini';
import { ApprovalId, CaseId, Freezable } from '../shared/ids.ts';
import { Channel } from './channel.ts';
import { Count, fact, Instant, noted } from './fact.ts';

/** Why a case is given up before it was worked out. */
export const CancelReason = z.enum(['opened-by-mistake', 'duplicate', 'customer-withdrew', 'not-our-responsibility']);
export type CancelReason = z.infer<typeof CancelReason>;

/** What is to become of accounts and cards that are frozen for a case that is given up. */
export const AfterCancelling = z.enum(['keep-frozen', 'unfreeze']);
export type AfterCancelling = z.infer<typeof AfterCancelling>;

/** Why a closed case is taken up again. Danger means that what was frozen for it is frozen again. */
export const ReopenReason = z.enum([
  'not-solved',
  'new-information',
  'danger-is-back',
  'closed-by-mistake',
  'thank-you',
]);
export type ReopenReason = z.infer<typeof ReopenReason>;

/** What one case is to another; each link stands in both histories, seen from either side. */
export const LinkKind = z.enum(['parent', 'child', 'merged-into', 'merged-from']);
export type LinkKind = z.infer<typeof LinkKind>;

/** How a case stands, as another is told. */
export const Standing = z.enum(['open', 'closed', 'cancelled', 'merged']);
export type Standing = z.infer<typeof Standing>;

// How a case ends before its time, begins anew, and hangs together with others.
export const lifeFacts = [
  /** What was `frozen` for it stays so; to `unfreeze` it, an approval was asked for with it. */
  fact('case-cancelled', {
    reason: CancelReason,
    accounts: AfterCancelling,
    frozen: z.array(Freezable),
    approval: z.optional(z.strictObject({ approvalId: ApprovalId, targets: z.array(Freezable) })),
    ...noted,
  }),
  fact('case-reopened', { cycle: Count, reason: ReopenReason, ...noted }),
  /** What came after its end is another case. */
  fact('case-continued', { caseId: CaseId, channel: Channel, ...noted }),
  fact('case-linked', { caseId: CaseId, as: LinkKind, ...noted }),
  fact('case-unlinked', { caseId: CaseId, as: LinkKind }),
  /** Another case that this one is linked to stands differently now. */
  fact('linked-case-changed', { caseId: CaseId, standing: Standing }),
  /** The customer was reminded of what the case waits for. */
  fact('waiting-reminded', { closeAt: Instant }),
] as const;
