import type { TaskRow } from '../case/case-view.ts';
import type { CaseViewStore } from '../case/case-view-store.ts';
import { type Absences, isAbsent, type Team } from '../policy/policy.ts';
import type { Instant } from '../shared/now.ts';
import type { Task } from './task.ts';

/** What is counted of a queue; a longer one is told as at least so long. */
const MOST = 1000;

/** A team at work: its queue, due first, and what each of its people has, and who is not there. */
export async function showTeam(
  views: Pick<CaseViewStore, 'list'>,
  { team, manager, members, skills = {}, ...more }: Team,
  absences: Absences,
  at: Instant,
) {
  const open = await openTasks(views, team);
  const unclaimed = open.filter((task) => !task.assignee);
  return {
    ...{ team, manager, ...more },
    queue: { unclaimed: unclaimed.length, overdue: open.filter((task) => task.dueAt < at).length, first: unclaimed[0] },
    ...(open.length >= MOST && { atLeast: true }),
    people: [...new Set([manager, ...members])].map((person) => ({
      person,
      absent: isAbsent(absences, person, at),
      holds: open.filter((task) => task.assignee === person).length,
      ...(skills[person] && { skills: skills[person] }),
    })),
  };
}

async function openTasks(views: Pick<CaseViewStore, 'list'>, team: string): Promise<Task[]> {
  const open: Task[] = [];
  let cursor: string | undefined;
  do {
    const page = await views.list<TaskRow>('teamTasks', team, { limit: 250, ...(cursor && { cursor }) });
    open.push(...page.items.map(({ task }) => task));
    cursor = page.next;
  } while (cursor && open.length < MOST);
  return open;
}
