import { isRejectionApproved, responseTo } from '../complaint/complaint.ts';
import { CaseHasOpenWork } from '../shared/errors.ts';
import { after, day, type Instant } from '../shared/now.ts';
import { ApprovalNeeded, DecidedOtherwise } from '../shared/refusals.ts';
import { decides } from '../task/task.ts';
import { type Case, tasksOf } from './case.ts';
import type { CaseFact, NoSurvey, Resolution } from './case-fact.ts';
import { shippedCaseRules } from './case-rules.ts';
import { openWork } from './open-work.ts';

/**
 * What else is known at the close: why nobody is asked how it went, that the notice carries the question, for how long
 * the case can be taken up again.
 */
export type Closing = {
  noSurvey?: NoSurvey | undefined;
  notice?: 'with-survey' | undefined;
  reopenDays?: number;
};

/**
 * Closes a case that has nothing open any more. Closing it again changes nothing.
 * @throws CaseHasOpenWork naming what is open, ApprovalNeeded to reject a complaint, DecidedOtherwise when the task that
 * decides ended with something else
 */
export const closeCase =
  (resolution: Resolution, at: Instant, { noSurvey, notice, reopenDays = shippedCaseRules.reopenDays }: Closing = {}) =>
  (current: Case): CaseFact[] => {
    if (current.status !== 'open') return [];
    const open = openWork(current);
    if (resolution === 'complaint-rejected' && !isRejectionApproved(current)) throw new ApprovalNeeded(current.caseId);
    if (open.length > 0) throw new CaseHasOpenWork(current.caseId, open);
    const decided = decisionOf(current);
    if (decided && decided !== resolution) throw new DecidedOtherwise(current.caseId, decided);
    const reopenUntil = after(at, reopenDays * day);
    const more = { ...(noSurvey && { noSurvey }), ...(notice && { notice }) };
    return [{ kind: 'case-closed', data: { resolution, reopenUntil, ...more } }];
  };

/** What the triage or the answer to the complaint said, or what can be said without one. */
export const resolutionOf = (current: Case): Resolution => decisionOf(current) ?? 'resolved';

/** An answer that a second person refused decides nothing. */
function decisionOf(current: Case): Resolution | undefined {
  const task = current.type === 'complaint' ? responseTo(current) : tasksOf(current).findLast(decides);
  return task?.outcome as Resolution | undefined;
}
