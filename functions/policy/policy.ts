import * as z from 'zod/mini';
import { type Calendar, CalendarId, Calendars } from '../calendar/calendar.ts';
import { Reminders } from '../reminder/reminder.ts';
import type { Caller } from '../shared/caller.ts';
import { type FieldError, InvalidRequest } from '../shared/errors.ts';
import { PersonId } from '../shared/ids.ts';
import type { Instant } from '../shared/now.ts';
import { ManagerNeeded } from '../shared/refusals.ts';
import { TaskKind, TeamId, taskKinds } from '../task/task.ts';
import { mustWork } from './check-teams.ts';

/** What somebody has learned, so that special work finds them. */
const Skill = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));

/** A line: people who share tasks, and whoever answers for them. */
export const Team = z.strictObject({
  team: TeamId,
  manager: PersonId,
  members: z.array(PersonId).check(z.maxLength(500)),
  /** The days and hours they work, on the clock of where each of them is; every day from eight to six without. */
  calendar: z.optional(CalendarId),
  /** How many open tasks one person has at most. */
  cap: z.optional(z.int().check(z.gte(1), z.lte(500))),
  skills: z.optional(z.record(PersonId, z.array(Skill).check(z.maxLength(50)))),
  /** The skill that a kind of task takes in this team; any of its people may do the others. */
  needs: z.optional(z.partialRecord(TaskKind, Skill)),
  /** The next line, more special than this one: what is escalated goes there. */
  next: z.optional(TeamId),
});
export type Team = z.infer<typeof Team>;

const needed = [...new Set(Object.values(taskKinds).map((kind) => kind.team))];

/** Who works in which team. Every team that tasks are given to has to be there, each once, with a manager. */
export const Teams = z.array(Team).check(
  z.maxLength(100),
  z.check((payload) => mustWork(payload, needed)),
);
export type Teams = z.infer<typeof Teams>;

/** Who is not there, and until when if they know. */
export const Absences = z
  .array(z.strictObject({ person: PersonId, until: z.optional(z.iso.datetime()) }))
  .check(z.maxLength(1000));
export type Absences = z.infer<typeof Absences>;

export const isAbsent = (absences: Absences, personId: string, at: Instant): boolean =>
  absences.some(({ person, until }) => person === personId && !(until && until <= at));

/** @throws InvalidRequest naming the field that names somebody who is not there */
export function mustBeThere(field: string, personId: string, absences: Absences, at: Instant): void {
  if (isAbsent(absences, personId, at)) throw new InvalidRequest([{ field, message: `${personId} is absent` }]);
}

// Teams that were saved before there was a new kind of task stay readable: only who saves them has to name its team.
const SavedTeams: z.ZodMiniType<Teams> = z.array(Team);

/** What can be set without a deployment, each kept in all its versions. */
export const policies = { teams: SavedTeams, reminders: Reminders, calendars: Calendars, absences: Absences } as const;
export const PolicyName = z.enum(['teams', 'reminders', 'calendars', 'absences']);
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

/** The calendar of somebody's team: of the first that has them and names one. */
export function calendarOf(teams: Teams, calendars: Calendars, personId: string): Calendar | undefined {
  const own = teams.find(({ team, calendar }) => calendar && isIn(teams, team, personId));
  return calendars.find(({ calendar }) => calendar === own?.calendar);
}

/** Teams are saved with the calendars in force, and calendars with the teams: each that is named has to be there. */
export const missingCalendars = (teams: Teams, calendars: Calendars): FieldError[] =>
  teams.flatMap(({ calendar }, index) => {
    if (!calendar || calendars.some((one) => one.calendar === calendar)) return [];
    return [{ field: `teams.${index}.calendar`, message: `there is no calendar ${calendar}` }];
  });
