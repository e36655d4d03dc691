import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { TaskAlreadyCompleted, TaskNotFound, TaskTaken } from '../shared/errors.ts';
import { TaskWithdrawn } from '../shared/refusals.ts';
import { TaskBlocked } from '../shared/team-errors.ts';
import type { MustBeAble } from './able.ts';
import { type Task, taskIn } from './task.ts';

/**
 * Somebody takes a task on. Taking what one has already changes nothing.
 * @throws TaskNotFound, TaskAlreadyCompleted, TaskTaken, SkillNeeded, HandsFull
 */
export const claimTask =
  (taskId: string, by: string, mustBeAble?: MustBeAble) =>
  (current: Case): CaseFact[] => {
    const task = taskToWorkOn(current, taskId);
    if (task.assignee === by) return [];
    if (task.assignee) throw new TaskTaken(taskId, task.assignee);
    mustBeAble?.(task);
    return [{ kind: 'task-claimed', data: { taskId } }];
  };

/** @throws TaskNotFound */
export function taskOf(current: Case, taskId: string): Task {
  const task = taskIn(current, taskId);
  if (!task) throw new TaskNotFound(taskId);
  return task;
}

/** @throws TaskAlreadyCompleted telling by whom, TaskWithdrawn, TaskBlocked telling by what */
export function mustBeUndone({ taskId, status, completedBy = '', outcome, after = '' }: Task): void {
  if (status === 'completed') throw new TaskAlreadyCompleted(taskId, completedBy, outcome ?? '');
  if (status === 'withdrawn') throw new TaskWithdrawn(taskId);
  if (status === 'blocked') throw new TaskBlocked(taskId, after);
}

/** The task, if it is not done yet. @throws TaskNotFound, TaskAlreadyCompleted, TaskWithdrawn */
export function taskToWorkOn(current: Case, taskId: string): Task {
  const task = taskOf(current, taskId);
  mustBeUndone(task);
  return task;
}
