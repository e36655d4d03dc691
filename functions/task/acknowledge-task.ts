import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { hasAcknowledged } from '../reminder/reminder.ts';
import { mustBeUndone, taskOf } from './claim-task.ts';

/**
 * Somebody says that they know of a task: as long as it is due when it is due now, they are not reminded of it any
 * more. Whoever else is on the ladder still is, so that nobody can keep a task from the manager by knowing of it.
 */
export const acknowledgeTask =
  (taskId: string, by: string) =>
  (current: Case): CaseFact[] => {
    const task = taskOf(current, taskId);
    mustBeUndone(task);
    return hasAcknowledged(task, by) ? [] : [{ kind: 'task-acknowledged', data: { taskId, dueAt: task.dueAt } }];
  };
