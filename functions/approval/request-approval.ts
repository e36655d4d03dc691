import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { InvalidRequest } from '../shared/errors.ts';
import { ApprovalPending } from '../shared/refusals.ts';
import { goodwillLimits, isPending, type Requested } from './approval.ts';

/**
 * Asks for what one person may not do alone. A payment that stays within the limit of the case is granted at once.
 * Also of a closed case: what was frozen for it may have to be unfrozen later.
 * @throws InvalidRequest for what this case does not hold, ApprovalPending when the same has been asked for
 */
export const requestApproval =
  (request: Requested, noteId?: string) =>
  (current: Case): CaseFact[] => {
    const note = noteId && { noteId };
    if (request.action === 'reject-complaint')
      throw new InvalidRequest([
        { field: 'request.action', message: 'is asked for by completing the complaint-response' },
      ]);
    if (request.action === 'unfreeze') mustBeFrozen(request.targets, current);
    else if (isWithinLimit(request, current)) {
      const { action: _, ...payment } = request;
      return [{ kind: 'goodwill-granted', data: { ...payment, ...note } }];
    }
    const approvalId = `${current.caseId}.approval.${current.approvals.length + 1}`;
    return [{ kind: 'approval-requested', data: { approvalId, request, ...note } }];
  };

function mustBeFrozen(targets: string[], current: Case): void {
  const others = targets.filter((target) => current.freeze[target] !== 'frozen');
  if (others.length > 0) {
    throw new InvalidRequest([{ field: 'targets', message: `${others.join(', ')} is not frozen by this case` }]);
  }
  const pending = current.approvals.find((one) =>
    targets.some((target) => isPending({ ...current, approvals: [one] }, target)),
  );
  if (pending) throw new ApprovalPending(pending.approvalId, pending.requestedBy);
}

/** All payments of a case count together, so that many small ones are no way around a second person. */
function isWithinLimit({ amount, currency }: { amount: number; currency: string }, { goodwill }: Case): boolean {
  const paid = goodwill.filter((one) => one.currency === currency).reduce((sum, one) => sum + one.amount, 0);
  return paid + amount <= (goodwillLimits[currency] ?? 0);
}
