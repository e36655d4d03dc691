import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { isIn, mustManage, type Teams } from '../policy/policy.ts';
import type { Caller } from '../shared/caller.ts';
import { InvalidRequest } from '../shared/errors.ts';
import { taskToWorkOn } from './claim-task.ts';

/**
 * The manager of a team gives a task to one of its members, also one that somebody else had.
 * @throws TaskNotFound, TaskAlreadyCompleted, ManagerNeeded, InvalidRequest
 */
export const assignTask =
  ({ taskId, to }: { taskId: string; to: string }, caller: Caller, teams: Teams) =>
  (current: Case): CaseFact[] => {
    const { assignee, team } = taskToWorkOn(current, taskId);
    mustManage(teams, team, caller);
    if (!isIn(teams, team, to)) throw new InvalidRequest([{ field: 'to', message: `must be of team ${team}` }]);
    return assignee === to ? [] : [{ kind: 'task-assigned', data: { taskId, to } }];
  };
