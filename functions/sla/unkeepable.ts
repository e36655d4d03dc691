import { businessTimeBetween } from '../calendar/business-time.ts';
import type { Calendars } from '../calendar/calendar.ts';
import type { FieldError } from '../shared/errors.ts';
import { after, day, type Instant } from '../shared/now.ts';
import { aroundTheClock, ClockName, milliseconds, type Sla } from './sla.ts';

/**
 * What these calendars do not allow to be promised: a target on a calendar that does not exist, or of more working
 * time than the coming year has. To be asked when promises are saved, and when calendars are.
 */
export function unkeepable(sla: Sla, calendars: Calendars, at: Instant): FieldError[] {
  const named = new Map(calendars.map((one) => [one.calendar, one]));
  return sla.flatMap(({ targets }, index) =>
    ClockName.options.flatMap((clock): FieldError[] => {
      const target = targets[clock];
      if (!target || target.calendar === aroundTheClock) return [];
      const field = `${index}.targets.${clock}`;
      const calendar = named.get(target.calendar);
      if (!calendar) return [{ field: `${field}.calendar`, message: `there is no calendar ${target.calendar}` }];
      const kept = milliseconds(target) <= businessTimeBetween(calendar, at, after(at, 366 * day));
      const message = `is more than ${target.calendar} works in a year: a promise nobody can keep`;
      return kept ? [] : [{ field: `${field}.minutes`, message }];
    }),
  );
}
