import * as z from 'zod/mini';
import { day, instant } from '../shared/now.ts';
import { isTimeZone } from './zone.ts';

/** A time of day as the clock on the wall shows it; `24:00` is the end of the day. */
const TimeOfDay = z
  .string()
  .check(z.refine(isTimeOfDay, { error: 'must be a time like 08:30, at most 24:00', abort: true }));

/** `2027-03-21`: a day in the calendar's own time zone. */
const LocalDate = z
  .string()
  .check(z.refine(isDate, { error: 'must be a day that exists, like 2027-03-21', abort: true }));

const Interval = z.strictObject({ from: TimeOfDay, to: TimeOfDay });
/** The hours of one day, in order; a lunch break is the gap between two of them. */
const Hours = z.array(Interval).check(z.maxLength(12), z.check(mustBeInOrder));
type Hours = z.infer<typeof Hours>;

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export const CalendarId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));

/** When people work. A day that is neither an exception nor a holiday has the hours of its weekday; no hours, no work. */
export const Calendar = z
  .strictObject({
    calendar: CalendarId,
    timeZone: z.string().check(z.refine(isTimeZone, 'must be an IANA time zone, like Asia/Tehran')),
    week: z.partialRecord(z.enum(weekdays), Hours),
    holidays: z
      .array(z.strictObject({ date: LocalDate, name: z.string().check(z.minLength(1), z.maxLength(80)) }))
      .check(z.maxLength(1000)),
    /** Days with hours of their own: a short Christmas Eve, a Saturday that is worked. */
    exceptions: z
      .array(z.strictObject({ date: LocalDate, hours: Hours.check(z.minLength(1)) }))
      .check(z.maxLength(1000)),
  })
  .check(z.check(mustNameADayOnce), z.check(mustWorkWithinAYear));
export type Calendar = z.infer<typeof Calendar>;

export const Calendars = z.array(Calendar).check(z.maxLength(50), z.check(mustHaveOwnNames));
export type Calendars = z.infer<typeof Calendars>;

type Payload<T> = z.core.ParsePayload<T>;
const refuse = (payload: Payload<unknown>, path: (string | number)[], message: string) =>
  payload.issues.push({ code: 'custom', path, message, input: payload.value });

function mustBeInOrder(payload: Payload<Hours>) {
  for (const [index, { from, to }] of payload.value.entries()) {
    const before = payload.value[index - 1];
    if (to <= from) refuse(payload, [index, 'to'], `must be after ${from}, when the interval begins`);
    else if (before && from < before.to) {
      refuse(payload, [index, 'from'], `must not be before ${before.to}, when the interval before it ends`);
    }
  }
}

function mustNameADayOnce(payload: Payload<Calendar>) {
  const named = new Set<string>();
  for (const list of ['holidays', 'exceptions'] as const) {
    for (const [index, { date }] of payload.value[list].entries()) {
      if (named.has(date)) refuse(payload, [list, index, 'date'], 'is named twice');
      named.add(date);
    }
  }
}

/** What is promised in working time is promised for never where there is none. */
function mustWorkWithinAYear(payload: Payload<Calendar>): void {
  const { week, holidays, exceptions } = payload.value;
  if (!weekdays.some((weekday) => week[weekday]?.length)) {
    refuse(payload, ['week'], 'has no working time: a promise nobody can keep');
    return;
  }
  const rests = new Set(holidays.map(({ date }) => date));
  const works = new Set(exceptions.map(({ date }) => date));
  const isFree = (date: string) => !works.has(date) && (rests.has(date) || !week[weekdayOf(numberOf(date))]?.length);
  let seen = '';
  for (const date of [...rests].sort()) {
    if (date < seen) continue;
    let free = 0;
    for (seen = date; isFree(seen); seen = dateOf(numberOf(seen) + 1)) free++;
    if (free > 365) refuse(payload, ['holidays'], `leave no working time for a year from ${date} on`);
  }
}

function mustHaveOwnNames(payload: Payload<Calendars>) {
  for (const [index, { calendar }] of payload.value.entries()) {
    const first = payload.value.findIndex((one) => one.calendar === calendar);
    if (first < index) refuse(payload, [index, 'calendar'], 'is named twice');
  }
}

function isTimeOfDay(text: string): boolean {
  return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text);
}

function isDate(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}

/** Days are counted from 1 January 1970, so that they can be walked without a time zone. */
export const numberOf = (date: string): number => Date.parse(date) / day;
export const dateOf = (number: number): string => instant(number * day).slice(0, 10);
export const weekdayOf = (number: number) => weekdays[(((number + 3) % 7) + 7) % 7] as (typeof weekdays)[number];
