import type { CaseEvent } from '../case/case-fact.ts';
import { fold } from '../case/case-store.ts';
import type { Remindable } from '../reminder/reminder.ts';
import { canonical } from '../shared/chain.ts';
import type { Instant } from '../shared/now.ts';
import { readClocks } from './sla-clock.ts';
import { slaEventsOf } from './sla-event.ts';
import type { Policies } from './terms.ts';

/** The clocks of a case that run, as what somebody can be reminded of: whoever answers for the case, or the manager. */
export function promisesOf(events: readonly CaseEvent[], policies: Policies, at: Instant): Remindable[] {
  const { caseId, team, owner, promises = {} } = fold(events);
  return readClocks(slaEventsOf(events, policies), at).flatMap(({ clock, cycle, round, state, startedAt, dueAt }) => {
    if (state !== 'running' || !dueAt) return [];
    const taskId = `${caseId}.${cycle}.${clock}.${round}`;
    const about = { taskId, kind: clock, team, openedAt: startedAt, dueAt, reminded: 0, ...promises[taskId] };
    return [{ ...about, status: owner ? 'claimed' : 'open', ...(owner && { assignee: owner }) } as const];
  });
}

/** What has to be put into the list of what is due: each promise that it does not have so, and each that is over. */
export function changesOf(listed: readonly Remindable[], running: readonly Remindable[]): Remindable[] {
  const changed = running.filter((one) => !listed.some((other) => canonical(other) === canonical(one)));
  const over = listed.filter(({ taskId }) => !running.some((one) => one.taskId === taskId));
  return [...changed, ...over.map((one): Remindable => ({ ...one, status: 'withdrawn' }))];
}
