import { CaseNotFound } from '../shared/errors.ts';
import { newId } from '../shared/ids.ts';
import type { Instant } from '../shared/now.ts';
import { type Case, whatFollows } from './case.ts';
import type { CaseFact } from './case-fact.ts';
import type { CaseStore, Change } from './case-store.ts';
import type { Channel } from './channel.ts';
import type { ReopenReason } from './life-fact.ts';
import { opening } from './open-case.ts';
import type { ReportStore } from './report-store.ts';

export type Reopening = { reason: ReopenReason; channel: Channel; noteId?: string | undefined };

/**
 * Takes a closed case up again while that is possible; afterwards, and after a cancellation, another case goes on with
 * it. One that is open, or gone on with already, is left as it is: a report of the same card may have been faster.
 */
export const reopenCase =
  ({ reason, channel, noteId }: Reopening, successor: string, at: Instant) =>
  (current: Case): CaseFact[] => {
    const { status, cycle, reopenUntil = '' } = current;
    if (current.campaign) throw new CaseNotFound(current.caseId); // the asking of a campaign is no case
    if (status === 'open' || status === 'none' || whatFollows(current)) return [];
    const note = noteId && { noteId };
    if (status === 'closed' && at <= reopenUntil) {
      return [{ kind: 'case-reopened', data: { cycle: cycle + 1, reason, ...note } }];
    }
    return [{ kind: 'case-continued', data: { caseId: successor, channel, ...note } }];
  };

type World = { cases: CaseStore; reports: ReportStore };

/** Opens the case that goes on with one that ended. Safe to do again. */
export async function continueCase(
  { cases, reports }: World,
  ended: Case,
  channel: Channel,
  change: Change,
): Promise<Case> {
  const { caseId, type, customerId, subject, continuedIn = '' } = ended;
  if (type === 'relationship') throw new CaseNotFound(caseId);
  await reports.takeOverSubject(customerId, subject, continuedIn, caseId);
  return cases.change(continuedIn, change, ({ status }) =>
    status === 'none' ? [opening({ type, customerId, subject, channel }, caseId)] : [],
  );
}

/** Takes a case up again, wherever it goes on by now. @returns the case that is open after it */
export async function reopen(
  world: World,
  caseId: string,
  reopening: Reopening,
  change: Change,
  mustSee: (before: Case) => Case,
): Promise<Case> {
  for (let next = caseId; ; ) {
    const decide = reopenCase(reopening, newId('case'), change.at);
    const current = await world.cases.change(next, change, (before) => decide(mustSee(before)));
    const following = whatFollows(current);
    if (!following) return current;
    if (current.continuedIn) await continueCase(world, current, reopening.channel, change);
    next = following;
  }
}
