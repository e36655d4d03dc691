import type { TaskRow } from '../case/case-view.ts';
import type { CaseViewStore } from '../case/case-view-store.ts';
import type { Teams } from '../policy/policy.ts';
import { HandsFull, SkillNeeded } from '../shared/team-errors.ts';
import type { Task } from './task.ts';

/** Throws when somebody cannot take a task on. */
export type MustBeAble = (task: Task) => void;

/**
 * Whether somebody has the skill that a task takes in its team, and a hand free. How many tasks they hold is read
 * from the lists, which are a second behind: the cap is there to share work fairly, and one more does no harm.
 * @throws SkillNeeded, HandsFull
 */
export async function ableOf(views: Pick<CaseViewStore, 'list'>, teams: Teams, person: string): Promise<MustBeAble> {
  const most = Math.max(0, ...teams.map(({ cap = 0 }) => cap));
  const { items } = most > 0 ? await views.list<TaskRow>('personTasks', person, { limit: most }) : { items: [] };
  const held = new Set(items.map(({ task }) => task.taskId));
  return ({ taskId, team: name, kind }) => {
    const team = teams.find((one) => one.team === name);
    const skill = team?.needs?.[kind];
    if (skill && !team?.skills?.[person]?.includes(skill)) throw new SkillNeeded(taskId, person, skill);
    if (team?.cap && held.size >= team.cap && !held.has(taskId)) throw new HandsFull(person, team.cap);
  };
}
