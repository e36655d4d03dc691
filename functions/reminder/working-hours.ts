import { nextWorkingMoment } from '../calendar/business-time.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { Instant } from '../shared/now.ts';

// A time zone tells the hour of the day and not which days are free: by this rule every day is worked.
const everyDay = [{ from: '08:00', to: '18:00' }];
const week = {
  ...{ monday: everyDay, tuesday: everyDay, wednesday: everyDay, thursday: everyDay, friday: everyDay },
  ...{ saturday: everyDay, sunday: everyDay },
};

// The days of a calendar are worked out once as long as somebody holds it.
const calendars = new Map<string, Calendar>();

function calendarOf(timeZone: string): Calendar {
  const known = calendars.get(timeZone) ?? { calendar: 'every-day', timeZone, week, holidays: [], exceptions: [] };
  calendars.set(timeZone, known);
  return known;
}

/** Nobody is reminded of work in the evening, at night or in the early morning of where they are. */
export const isAtWork = (timeZone: string, at: Instant): boolean =>
  Date.parse(nextWorkingMoment(calendarOf(timeZone), at)) === Date.parse(at);
