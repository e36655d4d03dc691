import { isHeld, isPending } from '../approval/approval.ts';
import { CaseHoldsAccounts } from '../shared/refusals.ts';
import type { Case } from './case.ts';
import type { CaseFact } from './case-fact.ts';
import type { AfterCancelling, CancelReason } from './life-fact.ts';
import { mustBeOpen } from './must-be-open.ts';

export type Cancelling = {
  reason: CancelReason;
  accounts?: AfterCancelling | undefined;
  noteId?: string | undefined;
};

/**
 * Gives up a case before it is worked out. Nothing stays frozen by oversight: whoever cancels says what is to become of
 * it, and to unfreeze it asks for the approval of a second person in the same moment.
 * Cancelling it again changes nothing.
 * @throws CaseIsClosed, CaseIsMerged, CaseHoldsAccounts when nobody said what is to become of what is frozen
 */
export const cancelCase =
  ({ reason, accounts, noteId }: Cancelling) =>
  (current: Case): CaseFact[] => {
    if (current.status === 'cancelled') return [];
    mustBeOpen(current);
    const frozen = Object.keys(current.freeze).filter(isHeld(current));
    if (frozen.length > 0 && !accounts) throw new CaseHoldsAccounts(current.caseId, frozen);
    const targets = accounts === 'unfreeze' ? frozen.filter((target) => !isPending(current, target)) : [];
    const approval = targets.length > 0 && { approval: { approvalId: nextApproval(current), targets } };
    const data = { reason, accounts: accounts ?? 'unfreeze', frozen, ...approval, ...(noteId && { noteId }) };
    return [{ kind: 'case-cancelled', data }];
  };

/**
 * What a step was still freezing while the case was cancelled is asked about like the rest. What a second person
 * refused to unfreeze stays frozen.
 */
export const askForTheRest = (current: Case): CaseFact[] => {
  if (current.cancelled?.accounts !== 'unfreeze') return [];
  const targets = Object.keys(current.freeze).filter(
    (target) => isHeld(current)(target) && !isPending(current, target) && !isRefused(current, target),
  );
  if (targets.length === 0) return [];
  return [
    {
      kind: 'approval-requested',
      data: { approvalId: nextApproval(current), request: { action: 'unfreeze', targets } },
    },
  ];
};

const nextApproval = ({ caseId, approvals }: Case): string => `${caseId}.approval.${approvals.length + 1}`;

const isRefused = ({ approvals }: Case, target: string): boolean =>
  approvals.some(
    ({ decision, request }) =>
      decision === 'rejected' && request.action === 'unfreeze' && request.targets.includes(target),
  );
