import * as z from 'zod/mini';
import type { Case } from '../case/case.ts';
import { Freezable } from '../shared/ids.ts';
import type { Instant } from '../shared/now.ts';

/** A payment for goodwill: `amount` in the minor unit of `currency` (ISO 4217). */
export const Goodwill = {
  amount: z.int().check(z.positive(), z.lte(1_000_000_000)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
};

/** What a second person has to agree to. */
export const Requested = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('unfreeze'),
    targets: z.array(Freezable).check(
      z.minLength(1),
      z.maxLength(50),
      z.refine((targets) => new Set(targets).size === targets.length, 'names something twice'),
    ),
  }),
  z.strictObject({ action: z.literal('goodwill-payment'), ...Goodwill }),
  /** To close a complaint as rejected, in the cycle it is in. */
  z.strictObject({ action: z.literal('reject-complaint'), cycle: z.int().check(z.positive()) }),
]);
export type Requested = z.infer<typeof Requested>;

export const Decision = z.enum(['approved', 'rejected']);
export type Decision = z.infer<typeof Decision>;

export type Approval = {
  approvalId: string;
  request: Requested;
  requestedBy: string;
  requestedAt: Instant;
  noteId?: string | undefined;
  decision?: Decision;
  decidedBy?: string;
  decidedAt?: Instant;
  /** What of it has been unfrozen; it may be frozen anew without this approval being asked again. */
  lifted?: string[];
};

// What may be paid for goodwill in one case without a second person, in all (minor units).
// In a currency that is not here every payment needs one.
export const goodwillLimits: Readonly<Record<string, number>> = { EUR: 50_00, GBP: 40_00, IRR: 20_000_000 };

/** Whether the account system may hold it for this case: a freeze that was planned may have been made and not told. */
export const isHeld =
  ({ freeze }: Case) =>
  (target: string): boolean =>
    freeze[target] === 'frozen' || freeze[target] === 'planned';

const leftOf = (current: Case, { request, lifted = [] }: Approval): string[] =>
  request.action === 'unfreeze'
    ? request.targets.filter((target) => isHeld(current)(target) && !lifted.includes(target))
    : [];

/** What of an approved unfreezing has not been done yet. */
export const stillFrozen =
  (current: Case) =>
  (approval: Approval): string[] =>
    approval.decision === 'approved' ? leftOf(current, approval) : [];

/** Whether unfreezing it was asked for and is not decided, or not carried out yet. */
export const isPending = (current: Case, target: string): boolean =>
  current.approvals.some((one) => one.decision !== 'rejected' && leftOf(current, one).includes(target));

/** Whether an approved payment has not been recorded yet. */
export const isUnpaid = ({ goodwill }: Case, { approvalId, decision, request }: Approval): boolean =>
  decision === 'approved' &&
  request.action === 'goodwill-payment' &&
  !goodwill.some((one) => one.approvalId === approvalId);

/** What is left to be decided or carried out, in words for a person. */
export const ahead =
  (current: Case) =>
  (approval: Approval): string[] => {
    const { approvalId, decision } = approval;
    if (!decision) return [`approval ${approvalId} is not decided`];
    const left = stillFrozen(current)(approval).length > 0 || isUnpaid(current, approval);
    return left ? [`approval ${approvalId} is not carried out`] : [];
  };
