import { lifted } from './after-task.ts';
import type { Case } from './case.ts';
import type { CaseEvent, CaseFact } from './case-fact.ts';

type ApprovalFact = Extract<CaseFact, { kind: `approval-${string}` | 'unfrozen' | 'goodwill-granted' }>;

/** What a case amounts to after somebody asked for an approval, it was decided, or was carried out. */
export function afterApproval(before: Case, fact: ApprovalFact, { at, by }: Pick<CaseEvent, 'at' | 'by'>): Case {
  switch (fact.kind) {
    case 'approval-requested':
      return { ...before, approvals: [...before.approvals, { ...fact.data, requestedBy: by, requestedAt: at }] };
    case 'approval-decided': {
      const { approvalId, decision } = fact.data;
      const decided = { decision, decidedBy: by, decidedAt: at };
      const approvals = before.approvals.map((one) => (one.approvalId === approvalId ? { ...one, ...decided } : one));
      return { ...before, approvals };
    }
    case 'unfrozen':
      return lifted(before, [fact.data.target]);
    case 'goodwill-granted': {
      const { noteId: _, ...payment } = fact.data;
      return { ...before, goodwill: [...before.goodwill, payment] };
    }
  }
}
