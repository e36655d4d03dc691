import { CaseIsClosed } from '../shared/errors.ts';
import type { Case } from './case.ts';
import type { CaseFact, Priority, PriorityReason } from './case-fact.ts';

export type Urgency = { priority: Priority; reason: PriorityReason; noteId?: string | undefined };

/**
 * A case is more or less urgent than it was thought to be. Its clocks go on with the new promises and keep the time
 * they have used. As urgent as it is already changes nothing.
 * @throws CaseIsClosed
 */
export const changePriority =
  ({ priority, reason, noteId }: Urgency) =>
  ({ caseId, status, priority: from }: Case): CaseFact[] => {
    if (status !== 'open') throw new CaseIsClosed(caseId);
    if (from === priority) return [];
    return [{ kind: 'priority-changed', data: { from, to: priority, reason, ...(noteId && { noteId }) } }];
  };
