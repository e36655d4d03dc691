import type { Access } from '../access/access.ts';
import type { AccessStore } from '../access/access-store.ts';
import type { Calendars } from '../calendar/calendar.ts';
import type { Case } from '../case/case.ts';
import type { CaseStore } from '../case/case-store.ts';
import type { ContactStore } from '../customer/contact-store.ts';
import { calendarOf, isIn, type Teams } from '../policy/policy.ts';
import type { PolicyStore } from '../policy/policy-store.ts';
import { log } from '../shared/log.ts';
import { day as aDay, after, hour, type Instant } from '../shared/now.ts';
import { sideBySide } from '../shared/side-by-side.ts';
import type { AccessRules } from './access-rules.ts';
import type { ObservationStore } from './observation-store.ts';
import { casesOf, outOfPattern } from './out-of-pattern.ts';

export type LookWorld = {
  accesses: Pick<AccessStore, 'readersOf' | 'pages'>;
  observations: Pick<ObservationStore, 'note' | 'noteLooked' | 'lastLooked'>;
  cases: Pick<CaseStore, 'load'>;
  people: Pick<ContactStore, 'contact'>;
  policies: Pick<PolicyStore, 'teams' | 'calendars'>;
  rules: AccessRules;
  timeZone: string;
};
export type Looked = { days: number; readers: number; calls: number; found: number };

const WHAT = 'access';
// Whoever writes a record may be late, and the index behind it, too.
const SETTLED = hour;

/**
 * Looks at each day that is over and was not looked at: at every call of everybody who called, once and never again. A
 * look that dies is begun anew, and finds what it had found to be found already.
 */
export async function lookAtAccesses(world: LookWorld, now: Instant, goOn: () => boolean): Promise<Looked> {
  const sum: Looked = { days: 0, readers: 0, calls: 0, found: 0 };
  const last = dayOf(after(now, -SETTLED - aDay));
  const before = await world.observations.lastLooked(WHAT);
  for (let day = before ? nextDay(before) : last; day <= last && goOn(); day = nextDay(day)) {
    const looked = await lookAtDay(world, day);
    await world.observations.noteLooked(WHAT, day, now);
    log.info('ACCESSES_LOOKED_AT', { day, ...looked });
    sum.days += 1;
    for (const name of ['readers', 'calls', 'found'] as const) sum[name] += looked[name];
  }
  return sum;
}

async function lookAtDay(world: LookWorld, day: string): Promise<Omit<Looked, 'days'>> {
  const [teams, calendars] = await Promise.all([world.policies.teams(), world.policies.calendars()]);
  const readers = await world.accesses.readersOf(day);
  const known = { day, teams, calendars, cases: new Map<string, Promise<Case>>() };
  const looked = await sideBySide(readers, (reader) => lookAtReader(world, reader, known));
  const sum = (name: 'calls' | 'found') => looked.reduce((total, one) => total + one[name], 0);
  return { readers: readers.length, calls: sum('calls'), found: sum('found') };
}

/** What all readers of a day share: each case is read once. */
type Known = { day: string; teams: Teams; calendars: Calendars; cases: Map<string, Promise<Case>> };

async function lookAtReader(
  { accesses, cases, people, rules, timeZone, observations }: LookWorld,
  id: string,
  { day, teams, calendars, cases: known }: Known,
): Promise<{ calls: number; found: number }> {
  const calls: Access[] = [];
  for await (const page of accesses.pages('reader', id, { from: `${day}T`, to: `${day}U` })) calls.push(...page);
  const theirs = await sideBySide([...new Set(calls.flatMap(casesOf))], async (caseId) => {
    const reading = known.get(caseId) ?? cases.load(caseId);
    known.set(caseId, reading);
    return hasToDoWith(await reading, id, teams) ? [caseId] : [];
  });
  const contact = await people.contact(id);
  const reader = {
    ...{ id, timeZone: contact?.timeZone ?? timeZone, closeTo: contact?.closeTo ?? [] },
    ...{ calendar: calendarOf(teams, calendars, id), cases: new Set(theirs.flat()) },
  };
  const found = outOfPattern(reader, calls, rules, day);
  for (const one of found) await observations.note(one);
  return { calls: calls.length, found: found.length };
}

/** They answer for it, work on it or decided about it, or it lies or lay with one of their teams. */
function hasToDoWith(current: Case, personId: string, teams: Teams): boolean {
  if (current.status === 'none') return false;
  const { owner, team, tasks, approvals } = current;
  const people = [owner, ...tasks.flatMap((task) => [task.assignee, task.completedBy])];
  const deciders = approvals.flatMap(({ requestedBy, decidedBy }) => [requestedBy, decidedBy]);
  const lines = [team, ...tasks.flatMap((task) => [task.team, ...(task.escalations ?? []).map(({ from }) => from)])];
  return [...people, ...deciders].includes(personId) || lines.some((line) => isIn(teams, line, personId));
}

const dayOf = (at: Instant): string => at.slice(0, 10);
const nextDay = (day: string): string => dayOf(after(`${day}T00:00:00.000Z`, aDay));
