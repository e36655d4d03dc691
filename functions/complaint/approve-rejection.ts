import { type Case, isLive } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { rejectionsOf, responseTo } from './complaint.ts';

/** Nobody rejects a complaint alone: in the name of whoever would, a second person is asked. */
export const approveRejection =
  (of: number) =>
  (current: Case): CaseFact[] => {
    const { caseId, cycle, approvals } = current;
    if (!isLive(current, of) || responseTo(current)?.outcome !== 'complaint-rejected') return [];
    if (rejectionsOf(current, cycle).some(({ decision }) => decision !== 'rejected')) return [];
    const approvalId = `${caseId}.approval.${approvals.length + 1}`;
    return [{ kind: 'approval-requested', data: { approvalId, request: { action: 'reject-complaint', cycle } } }];
  };
