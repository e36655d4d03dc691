import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { mustManage, type Teams } from '../policy/policy.ts';
import type { Caller } from '../shared/caller.ts';
import { ApprovalAlreadyDecided, ApprovalNotFound, OwnApproval } from '../shared/refusals.ts';
import type { Approval, Decision } from './approval.ts';

export type Decided = { approvalId: string; decision: Decision; noteId?: string | undefined };

/**
 * A second person decides, the manager of the case's team or an administrator, and never the one who asked. A decision
 * is final: saying the same again changes nothing, and whoever comes second is told by whom it was decided.
 * @throws ApprovalNotFound, OwnApproval, ManagerNeeded, ApprovalAlreadyDecided
 */
export const decideApproval =
  ({ approvalId, decision, noteId }: Decided, caller: Caller, teams: Teams) =>
  (current: Case): CaseFact[] => {
    const approval = approvalOf(current, approvalId);
    if (approval.requestedBy === caller.id) throw new OwnApproval(approvalId);
    mustManage(teams, current.team, caller);
    if (approval.decision) {
      if (approval.decidedBy === caller.id && approval.decision === decision) return [];
      throw new ApprovalAlreadyDecided(approvalId, approval.decidedBy ?? '', approval.decision);
    }
    return [{ kind: 'approval-decided', data: { approvalId, decision, ...(noteId && { noteId }) } }];
  };

/** @throws ApprovalNotFound */
export function approvalOf({ approvals }: Case, approvalId: string): Approval {
  const approval = approvals.find((one) => one.approvalId === approvalId);
  if (!approval) throw new ApprovalNotFound(approvalId);
  return approval;
}
