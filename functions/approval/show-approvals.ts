import type { Case } from '../case/case.ts';
import { type Approval, ahead } from './approval.ts';

/** One approval as colleagues see it. `state`: requested, rejected, approved, and carried-out once all of it is done. */
export const showApproval = (current: Case, approval: Approval) => {
  const { decision = 'requested' } = approval;
  const carriedOut = decision === 'approved' && ahead(current)(approval).length === 0;
  return { caseId: current.caseId, ...approval, state: carriedOut ? 'carried-out' : decision };
};

/** What was asked for in a case and what became of it, and what was paid for goodwill. */
export const showApprovals = (current: Case) => ({
  items: current.approvals.map((approval) => showApproval(current, approval)),
  goodwill: current.goodwill,
});
