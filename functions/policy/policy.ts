import * as z from 'zod/mini';
import { Reminders } from '../reminder/reminder.ts';
import type { Caller } from '../shared/caller.ts';
import { PersonId } from '../shared/ids.ts';
import { ManagerNeeded } from '../shared/refusals.ts';
import { TeamId, taskKinds } from '../task/task.ts';

export const Team = z.strictObject({
  team: TeamId,
  manager: PersonId,
  members: z.array(PersonId).check(z.maxLength(500)),
});
export type Team = z.infer<typeof Team>;

const needed = [...new Set(Object.values(taskKinds).map((kind) => kind.team))];

/** Who works in which team. Every team that tasks are given to has to be there, each once, with a manager. */
export const Teams = z.array(Team).check(
  z.maxLength(100),
  z.refine((teams) => new Set(teams.map((one) => one.team)).size === teams.length, 'names a team twice'),
  z.refine(
    (teams) => needed.every((team) => teams.some((one) => one.team === team)),
    `must have the teams ${needed.join(', ')}`,
  ),
);
export type Teams = z.infer<typeof Teams>;

/** What can be set without a deployment, each kept in all its versions. */
export const policies = { teams: Teams, reminders: Reminders } as const;
export const PolicyName = z.enum(['teams', 'reminders']);
export type PolicyName = z.infer<typeof PolicyName>;

export const isIn = (teams: Teams, team: string, personId: string): boolean =>
  teams.some((one) => one.team === team && (one.manager === personId || one.members.includes(personId)));

export const managerOf = (teams: Teams, team: string): string => teams.find((one) => one.team === team)?.manager ?? '';

/** Whether somebody decides for a team: its manager, or an administrator. */
export const manages = (teams: Teams, team: string, { id, roles }: Caller): boolean =>
  roles.includes('admin') || managerOf(teams, team) === id;

/** @throws ManagerNeeded */
export function mustManage(teams: Teams, team: string, caller: Caller): void {
  if (!manages(teams, team, caller)) throw new ManagerNeeded(team);
}
