import { addBusinessTime } from '../calendar/business-time.ts';
import type { Calendar, Calendars } from '../calendar/calendar.ts';
import type { CaseType, Priority } from '../case/case-fact.ts';
import { canonical } from '../shared/chain.ts';
import { after, type Instant } from '../shared/now.ts';
import { aroundTheClock, ClockName, milliseconds, type Sla } from './sla.ts';

/** So many milliseconds in the working time of a calendar, or around the clock if there is none. */
export type Target = { milliseconds: number; calendar?: Calendar | undefined };

/** What was promised for one case at one time, and which versions of the policies said so (0: there was none yet). */
export type Terms = {
  priority: Priority;
  sla: number;
  calendars: number;
  targets: Partial<Record<ClockName, Target>>;
};

type Version<T> = { version: number; at: Instant; value: T };
/** Every version of both policies, oldest first. */
export type Policies = { sla: readonly Version<Sla>[]; calendars: readonly Version<Calendars>[] };

/** What the versions in force at that time promise for such a case. */
export function termsAt(policies: Policies, at: Instant, about: { type: CaseType; priority: Priority }): Terms {
  const inForce = <T>(versions: readonly Version<T>[]) =>
    versions.findLast((version) => Date.parse(version.at) <= Date.parse(at));
  const sla = inForce(policies.sla);
  const calendars = inForce(policies.calendars);
  const promised = sla?.value.find((one) => one.type === about.type && one.priority === about.priority);
  const targets: Terms['targets'] = {};
  for (const clock of ClockName.options) {
    const target = promised?.targets[clock];
    const calendar = calendars?.value.find((one) => one.calendar === target?.calendar);
    // A target on a calendar that is not there cannot be counted; `unkeepable` keeps it from being saved.
    if (!target || !(calendar || target.calendar === aroundTheClock)) continue;
    targets[clock] = { milliseconds: milliseconds(target), calendar };
  }
  return { priority: about.priority, sla: sla?.version ?? 0, calendars: calendars?.version ?? 0, targets };
}

/** When a target is due of which so much is used. Nothing left is due at once. */
export function dueAfter({ calendar, milliseconds: all }: Target, from: Instant, used: number): Instant {
  const left = Math.max(0, all - used);
  return calendar ? addBusinessTime(calendar, from, left) : after(from, left);
}

/** The same time on the same calendar with the same content, whichever versions say so. */
export const sameTarget = (one: Target | undefined, other: Target | undefined): boolean =>
  one === other || canonical(one ?? null) === canonical(other ?? null);
