import type { CaseEvent } from '../case/case-fact.ts';
import type { CaseStore } from '../case/case-store.ts';
import type { Reminders } from '../reminder/reminder.ts';
import type { Instant } from '../shared/now.ts';
import type { PromiseListStore } from './promise-list-store.ts';
import { changesOf, promisesOf } from './promises-due.ts';
import type { Policies } from './terms.ts';

export type ListWorld = {
  cases: Pick<CaseStore, 'history'>;
  list: PromiseListStore;
  policies: { reminders: () => Promise<Pick<Reminders, 'promises'>> };
  sla: () => Promise<Policies>;
};

/**
 * Brings the list of what is due up to date with the clocks of a case, whatever it showed before: what runs is in it, what
 * stands still, is over or climbs no ladder any more is not. Safe to do again, and in any order.
 * @returns the history that it went by
 */
export async function listPromises(
  { cases, list, policies, sla }: ListWorld,
  caseId: string,
  at: Instant,
): Promise<CaseEvent[]> {
  const events = await cases.history(caseId);
  const listed = await list.of(caseId);
  const running = (await policies.reminders()).promises ? promisesOf(events, await sla(), at) : [];
  for (const task of changesOf(listed, running)) await list.put(caseId, { seq: events.length, task });
  return events;
}
