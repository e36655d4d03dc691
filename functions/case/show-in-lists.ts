import { foundInEvent } from '../observation/found-in-event.ts';
import type { ObservationStore } from '../observation/observation-store.ts';
import type { NewsStore } from '../report/news-store.ts';
import { isNews } from '../report/report.ts';
import type { Task } from '../task/task.ts';
import type { Case } from './case.ts';
import type { CaseEvent } from './case-fact.ts';
import { fold } from './case-store.ts';
import type { CaseViewStore } from './case-view-store.ts';
import { evolve } from './evolve.ts';

export type ListsWorld = { views: CaseViewStore; news: NewsStore; observations: Pick<ObservationStore, 'note'> };

/**
 * Brings the lists up to a history, notes what auditors should look at and that the reports have to count it anew. `seqs` are those of its events
 * that no list shows yet: of the tasks, only those that have changed since are written.
 */
export async function showInLists(
  { views, news, observations }: ListsWorld,
  current: Case,
  events: readonly CaseEvent[],
  seqs: readonly number[],
): Promise<void> {
  const fresh = events.filter(({ seq }) => seqs.includes(seq));
  if (!current.campaign || current.tasks.length > 0)
    await views.project(current, events.length, tasksChanged(events, Math.min(...seqs)));
  for (const found of fresh.flatMap((event) => foundInEvent(event) ?? [])) await observations.note(found);
  const last = fresh.findLast(({ fact }) => isNews(fact));
  if (last) await news.note(last, last.at);
}

/** The tasks that came to something else from this event on: one event may withdraw, unblock or move several. */
function tasksChanged(events: readonly CaseEvent[], from: number): Task[] {
  const changed = new Set<string>();
  let current = fold(events.filter(({ seq }) => seq < from));
  for (const event of events.filter(({ seq }) => seq >= from)) {
    const before = current.tasks;
    current = evolve(current, event);
    for (const task of current.tasks) if (!before.includes(task)) changed.add(task.taskId);
  }
  return current.tasks.filter(({ taskId }) => changed.has(taskId));
}
