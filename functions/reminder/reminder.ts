import { after, hour, type Instant } from '../shared/now.ts';
import { isOpen, type Task } from '../task/task.ts';

/** A rung of the ladder: when somebody is reminded of an open task, and who. */
export type Rung = { id: 'due' | 'overdue' | 'escalated'; hoursAfterDue: number; to: 'responsible' | 'manager' };

// Each task climbs this once. Somebody with many tasks still gets one mail a day.
export const reminderLadder: readonly Rung[] = [
  { id: 'due', hoursAfterDue: 0, to: 'responsible' },
  { id: 'overdue', hoursAfterDue: 48, to: 'responsible' },
  { id: 'escalated', hoursAfterDue: 96, to: 'manager' },
];

/** When the next reminder of a task is due; undefined when it is done or the ladder has been climbed. */
export function reminderDue(task: Task, ladder = reminderLadder): Instant | undefined {
  const rung = ladder[task.reminded];
  return rung && isOpen(task) ? after(task.dueAt, rung.hoursAfterDue * hour) : undefined;
}

/** Who the next reminder goes to: whoever took the task on, or the manager of its team as long as nobody did. */
export function remindWhom(task: Task, manager: string, ladder = reminderLadder): string {
  return ladder[task.reminded]?.to === 'manager' ? manager : (task.assignee ?? manager);
}
