import { after, day, type Instant } from '../shared/now.ts';
import { CaseWaits } from '../shared/refusals.ts';
import type { Case } from './case.ts';
import type { CaseFact, WaitingFor } from './case-fact.ts';
import type { CaseRules } from './case-rules.ts';
import { mustBeOpen } from './must-be-open.ts';

/**
 * The case stands still until the customer writes. Waiting for the same already changes nothing.
 * @throws CaseIsClosed, CaseWaits when it waits for something else
 */
export const waitForCustomer =
  (
    { reason, noteId }: { reason: WaitingFor; noteId?: string | undefined },
    { waiting: times }: CaseRules,
    at: Instant,
  ) =>
  (current: Case): CaseFact[] => {
    mustBeOpen(current);
    const { caseId, waiting } = current;
    if (waiting && waiting.reason !== reason) throw new CaseWaits(caseId, waiting.reason);
    if (waiting) return [];
    const remindAt = after(at, times.remindAfterDays * day);
    const closeAt = after(at, times.closeAfterDays * day);
    return [{ kind: 'waiting-started', data: { reason, remindAt, closeAt, ...(noteId && { noteId }) } }];
  };

/** A colleague goes on without what was waited for. */
export const resume = ({ waiting }: Case): CaseFact[] =>
  waiting ? [{ kind: 'waiting-ended', data: { because: 'resumed' } }] : [];

/** The customer wrote, so nothing is waited for any more. */
export const endWaiting = ({ waiting }: Case): CaseFact[] =>
  waiting?.heard ? [{ kind: 'waiting-ended', data: { because: 'customer-wrote' } }] : [];
