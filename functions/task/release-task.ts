import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { mustManage, type Teams } from '../policy/policy.ts';
import type { Caller } from '../shared/caller.ts';
import { taskToWorkOn } from './claim-task.ts';
import { isOpen, type ReleaseReason, taskIn } from './task.ts';

/**
 * Gives a task back to its team: whoever has it, or the team's manager for somebody who is absent. What nobody has
 * is with its team already.
 * @throws TaskNotFound, TaskAlreadyCompleted, ManagerNeeded
 */
export const releaseTask =
  ({ taskId, reason }: { taskId: string; reason: ReleaseReason }, caller: Caller, teams: Teams) =>
  (current: Case): CaseFact[] => {
    const { assignee: from, team } = taskToWorkOn(current, taskId);
    if (from !== caller.id) mustManage(teams, team, caller);
    return from ? [{ kind: 'task-released', data: { taskId, from, reason } }] : [];
  };

/** Somebody is not there: what they have goes back. What they have no more, or is done, stays as it is. */
export const giveBack =
  (taskId: string, from: string) =>
  (current: Case): CaseFact[] => {
    const task = taskIn(current, taskId);
    if (!task || !isOpen(task) || task.assignee !== from) return [];
    return [{ kind: 'task-released', data: { taskId, from, reason: 'absent' } }];
  };
