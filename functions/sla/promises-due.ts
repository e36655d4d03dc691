import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CaseEvent } from '../case/case-fact.ts';
import { fold } from '../case/case-store.ts';
import type { DueRow } from '../case/case-view.ts';
import type { CaseViewStore } from '../case/case-view-store.ts';
import { versionStore } from '../policy/version-store.ts';
import type { Remindable, Reminders } from '../reminder/reminder.ts';
import { canonical } from '../shared/chain.ts';
import { minute } from '../shared/now.ts';
import { readClocks } from './sla-clock.ts';
import { slaEventsOf } from './sla-event.ts';
import { slaPolicies } from './sla-policies.ts';
import type { Policies } from './terms.ts';

type World = {
  views: Pick<CaseViewStore, 'projectPromises'>;
  policies: { reminders: () => Promise<Pick<Reminders, 'promises'>> };
  sla: () => Promise<Policies>;
};

/**
 * Brings the list of what is due up to date with the clocks of a case, if promises climb the ladder. Whether they do
 * is at most a minute old.
 */
export function promiseLister({ views, policies, sla }: World) {
  let known: { climb: boolean; readAt: number } | undefined;
  return async (events: readonly CaseEvent[], seq: number): Promise<void> => {
    if (!known || Date.now() - known.readAt >= minute) {
      known = { climb: !!(await policies.reminders()).promises, readAt: Date.now() };
    }
    if (!known.climb) return;
    const rows = changedPromises(events.slice(0, seq - 1), events, await sla());
    await views.projectPromises(events[0]?.caseId ?? '', rows);
  };
}

/** The same over the tables of a function. What was saved has been checked then, and is not checked again. */
export function promisesOver(db: Pick<DynamoDBClient, 'send'>, policiesTable: string, views: World['views']) {
  const store = versionStore(db, policiesTable);
  const reminders = async () => ((await store.latest('reminders'))?.value ?? {}) as Pick<Reminders, 'promises'>;
  return promiseLister({ views, policies: { reminders }, sla: slaPolicies(store) });
}

/** What became of the clocks between two times: each that is otherwise now, and each that no longer runs. */
export function changedPromises(before: readonly CaseEvent[], now: readonly CaseEvent[], policies: Policies): DueRow[] {
  const [known, running] = [promisesOf(before, policies), promisesOf(now, policies)];
  const changed = running.filter((one) => !known.some((other) => canonical(other) === canonical(one)));
  const over = known.filter(({ taskId }) => !running.some((one) => one.taskId === taskId));
  const withdrawn = over.map((one): Remindable => ({ ...one, status: 'withdrawn' }));
  return [...changed, ...withdrawn].map((task) => ({ seq: now.length, task }));
}

/** The clocks of a case that run, as what somebody can be reminded of: whoever answers for the case, or the manager. */
export function promisesOf(events: readonly CaseEvent[], policies: Policies): Remindable[] {
  const last = events.at(-1);
  if (!last) return [];
  const { caseId, team, owner, promises = {} } = fold(events);
  const readings = readClocks(slaEventsOf(events, policies), last.at);
  return readings.flatMap(({ clock, cycle, round, state, startedAt, dueAt }) => {
    if (state !== 'running' || !dueAt) return [];
    const taskId = `${caseId}.${cycle}.${clock}.${round}`;
    const about = { taskId, kind: clock, team, openedAt: startedAt, dueAt, reminded: 0, ...promises[taskId] };
    return [{ ...about, status: owner ? 'claimed' : 'open', ...(owner && { assignee: owner }) } as const];
  });
}
