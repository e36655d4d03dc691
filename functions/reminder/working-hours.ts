import { nextWorkingMoment } from '../calendar/business-time.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { Instant } from '../shared/now.ts';

// Of whoever is in no team with a calendar only the hour of the day is known: by this rule every day is worked.
const everyDay = [{ from: '08:00', to: '18:00' }];
const always: Calendar = {
  calendar: 'every-day',
  timeZone: 'UTC',
  week: {
    ...{ monday: everyDay, tuesday: everyDay, wednesday: everyDay, thursday: everyDay, friday: everyDay },
    ...{ saturday: everyDay, sunday: everyDay },
  },
  holidays: [],
  exceptions: [],
};

// The days of a calendar are worked out once as long as somebody holds it.
const known = new WeakMap<Calendar, Map<string, Calendar>>();

function readIn(calendar: Calendar, timeZone: string): Calendar {
  const zones = known.get(calendar) ?? new Map<string, Calendar>();
  known.set(calendar, zones);
  const there = zones.get(timeZone) ?? { ...calendar, timeZone };
  zones.set(timeZone, there);
  return there;
}

/**
 * Nobody is reminded of work when they do not work: in the evening, at night, on the days off and the holidays of
 * their team. Its calendar is read on the clock of where they are, as a colleague abroad keeps the same week.
 */
export const isAtWork = (timeZone: string, at: Instant, calendar: Calendar = always): boolean =>
  Date.parse(nextWorkingMoment(readIn(calendar, timeZone), at)) === Date.parse(at);
