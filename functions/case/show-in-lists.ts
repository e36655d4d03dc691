import { foundInEvent } from '../observation/found-in-event.ts';
import type { ObservationStore } from '../observation/observation-store.ts';
import type { NewsStore } from '../report/news-store.ts';
import { isNews } from '../report/report.ts';
import type { Task } from '../task/task.ts';
import type { Case } from './case.ts';
import type { CaseEvent, CaseFact } from './case-fact.ts';
import type { CaseViewStore } from './case-view-store.ts';

export type ListsWorld = { views: CaseViewStore; news: NewsStore; observations: Pick<ObservationStore, 'note'> };

/**
 * Brings the lists up to a history, notes what auditors should look at and that the reports have to count it anew. `seqs` are those of its events
 * that no list shows yet: of the tasks, only what they may concern is written.
 */
export async function showInLists(
  { views, news, observations }: ListsWorld,
  current: Case,
  events: readonly CaseEvent[],
  seqs: readonly number[],
): Promise<void> {
  const fresh = events.filter(({ seq }) => seqs.includes(seq));
  const touched = new Set(fresh.flatMap(({ fact }) => tasksTouchedBy(fact, current)));
  if (!current.campaign || current.tasks.length > 0) await views.project(current, events.length, [...touched]);
  for (const found of fresh.flatMap((event) => foundInEvent(event) ?? [])) await observations.note(found);
  const last = fresh.findLast(({ fact }) => isNews(fact));
  if (last) await news.note(last, last.at);
}

function tasksTouchedBy({ kind, data }: CaseFact, { tasks }: Case): Task[] {
  const several = /^(case-(transferred|cancelled|reopened|linked|unlinked)|run-restarted)$/.test(kind);
  const settles = kind === 'task-completed' && data.outcome === 'handled';
  if (several || settles) return tasks;
  return 'taskId' in data ? tasks.filter((task) => task.taskId === data.taskId || task.after === data.taskId) : [];
}
