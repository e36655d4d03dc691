import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { isIn, mustManage, type Teams } from '../policy/policy.ts';
import type { Caller } from '../shared/caller.ts';
import { InvalidRequest } from '../shared/errors.ts';
import type { MustBeAble } from './able.ts';
import { taskToWorkOn } from './claim-task.ts';

/**
 * The manager of a team gives a task to one of its members, also one that somebody else had.
 * @throws TaskNotFound, TaskAlreadyCompleted, ManagerNeeded, InvalidRequest, SkillNeeded, HandsFull
 */
export const assignTask =
  ({ taskId, to, mustBeAble }: { taskId: string; to: string; mustBeAble?: MustBeAble }, caller: Caller, teams: Teams) =>
  (current: Case): CaseFact[] => {
    const task = taskToWorkOn(current, taskId);
    const { assignee, team } = task;
    mustManage(teams, team, caller);
    if (!isIn(teams, team, to)) throw new InvalidRequest([{ field: 'to', message: `must be of team ${team}` }]);
    if (assignee === to) return [];
    mustBeAble?.(task);
    return [{ kind: 'task-assigned', data: { taskId, to } }];
  };
