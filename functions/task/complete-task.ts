import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { InvalidRequest, TaskTaken } from '../shared/errors.ts';
import { mustBeUndone, taskOf } from './claim-task.ts';
import { isAboutTheRun, type Outcome, taskKinds } from './task.ts';

export type Completion = { taskId: string; outcome: Outcome; noteId?: string | undefined };

/** A task ends once. Whoever says the same again is right; whoever comes second with something else is told by whom. */
export const completeTask =
  ({ taskId, outcome, noteId }: Completion, by: string) =>
  (current: Case): CaseFact[] => {
    const task = taskOf(current, taskId);
    if (task.status === 'completed' && task.completedBy === by && task.outcome === outcome) return [];
    mustBeUndone(task);
    if (task.assignee && task.assignee !== by) throw new TaskTaken(taskId, task.assignee);
    const outcomes: readonly string[] = taskKinds[task.kind].outcomes;
    if (!outcomes.includes(outcome)) {
      throw new InvalidRequest([{ field: 'outcome', message: `must be one of ${outcomes.join(', ')}` }]);
    }
    if (outcome === 'handled' && isAboutTheRun(task) && current.status === 'open') {
      const message = 'cannot be handled while the case is open: close the case first, or say retry';
      throw new InvalidRequest([{ field: 'outcome', message }]);
    }
    return [{ kind: 'task-completed', data: { taskId, outcome, ...(noteId && { noteId }) } }];
  };
