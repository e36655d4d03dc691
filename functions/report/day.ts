import { zoneOf } from '../calendar/zone.ts';
import { day, type Instant, instant } from '../shared/now.ts';
import type { Day } from './report.ts';

/** The day on which it happened by the clocks of the organisation, however many hours that day has. */
export function dayOf(at: Instant, timeZone: string): Day {
  const milliseconds = Date.parse(at);
  return instant(milliseconds + zoneOf(timeZone).offsetAt(milliseconds)).slice(0, 10);
}

/** A number for each day, so that days can be walked without a time zone. */
export const numberOf = (date: Day): number => Date.parse(date) / day;
export const dateOf = (number: number): Day => instant(number * day).slice(0, 10);

/** How many days these are, the first and the last included. */
export const daysFrom = (from: Day, to: Day): number => numberOf(to) - numberOf(from) + 1;
