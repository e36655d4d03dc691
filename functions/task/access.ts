import type { Looking } from '../case/access.ts';
import type { Case } from '../case/case.ts';
import { isIn, type Team, type Teams } from '../policy/policy.ts';
import { TaskNotFound } from '../shared/errors.ts';
import { TeamNotFound } from '../shared/team-errors.ts';
import { taskOf } from './claim-task.ts';
import type { Task } from './task.ts';

/** Agents see the tasks of their own teams; other tasks are not there for them. @throws TaskNotFound */
export function mustSeeTask(current: Case, taskId: string, teams: Teams, { caller, scope, about }: Looking): Task {
  if (current.status !== 'none') about?.(current.customerId);
  const task = taskOf(current, taskId);
  if (scope !== 'any' && !isIn(teams, task.team, caller.id)) throw new TaskNotFound(taskId);
  return task;
}

/** The same with teams. @throws TeamNotFound */
export function mustSeeTeam(teams: Teams, name: string, { caller, scope }: Pick<Looking, 'caller' | 'scope'>): Team {
  const team = teams.find((one) => one.team === name);
  if (!team || (scope !== 'any' && !isIn(teams, name, caller.id))) throw new TeamNotFound(name);
  return team;
}
