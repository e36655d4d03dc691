import type { DueListStore } from '../case/due-list-store.ts';
import { managerOf, type Teams } from '../policy/policy.ts';
import { log } from '../shared/log.ts';
import type { Instant } from '../shared/now.ts';
import { dueByNow, dueRung, type Remindable, type Rung, remindWhom } from './reminder.ts';

/** A task with the rung that is due; of a promise also the last event of its case that the list knew of. */
export type Due = { task: Remindable; rung: Rung; seq?: number };

/** What one mail is about, so that its claim fits into an item of the table; the rest waits for the next mail. */
export const MOST_IN_A_MAIL = 1000;

/** Reads all that is due, page by page, and nothing else unless something is. Of one person no more is kept than a mail takes. */
export async function dueByPerson(
  views: DueListStore,
  { rungs, teams }: { rungs: Rung[]; teams: () => Promise<Teams> },
  at: Instant,
): Promise<Map<string, Due[]>> {
  const people = new Map<string, Due[]>();
  for (const { height, dueBy } of dueByNow(rungs, at)) {
    for await (const { task, seq } of views.due(height, dueBy)) {
      const rung = dueRung(task, rungs, at);
      if (!rung) continue;
      const to = remindWhom(task, rung, managerOf(await teams(), task.team));
      if (!to) log.warn('TEAM_WITHOUT_MANAGER', { team: task.team, taskId: task.taskId });
      else add(people, to, { task, rung, ...(seq && { seq }) });
    }
  }
  return people;
}

function add(people: Map<string, Due[]>, to: string, one: Due): void {
  const due = people.get(to) ?? [];
  if (due.length < MOST_IN_A_MAIL) due.push(one);
  people.set(to, due);
}
