import * as z from 'zod/mini';
import { ApprovalId, CaseId, Freezable } from '../shared/ids.ts';
import { Instant } from '../shared/instant-shape.ts';
import { Decision, Goodwill, Requested } from './approval.ts';

const approval = {
  approvalId: ApprovalId,
  request: Requested,
  requestedBy: z.string(),
  requestedAt: Instant,
  noteId: z.optional(z.string()),
  decision: z.optional(Decision),
  decidedBy: z.optional(z.string()),
  decidedAt: z.optional(Instant),
  lifted: z.optional(z.array(Freezable)),
};

/** An approval within its case. */
export const ApprovalOfCase = z.strictObject(approval);
/** An approval by itself, and how far it is. */
export const ApprovalShown = z.strictObject({
  caseId: CaseId,
  ...approval,
  state: z.enum(['requested', 'rejected', 'approved', 'carried-out']),
});

/** What was paid for goodwill. */
export const GoodwillShown = z.strictObject({ ...Goodwill, approvalId: z.optional(ApprovalId) });
