import { day, hour, minute } from '../shared/now.ts';
import { type Calendar, dateOf, weekdayOf } from './calendar.ts';
import { zoneOf } from './zone.ts';

/** One day of a calendar in milliseconds since 1970. It begins where the one before ends, and ends there if it was skipped. */
export type WorkingDay = {
  end: number;
  work: { from: number; to: number }[];
  /** The name of the holiday, if it is one. */
  holiday?: string | undefined;
};

/** The days of a calendar by their number. */
export type Days = { numberAt(at: number): number; day(number: number): WorkingDay };

// As long as somebody holds the calendar, its days are worked out once.
const known = new WeakMap<Calendar, Days>();

export function daysOf(calendar: Calendar): Days {
  const days = known.get(calendar) ?? workOut(calendar);
  known.set(calendar, days);
  return days;
}

function workOut({ timeZone, week, holidays, exceptions }: Calendar): Days {
  const zone = zoneOf(timeZone);
  const holidayOn = new Map(holidays.map(({ date, name }) => [date, name]));
  const exceptionOn = new Map(exceptions.map(({ date, hours }) => [date, hours]));
  const days = new Map<number, WorkingDay>();

  function workOutDay(number: number): WorkingDay {
    const date = dateOf(number);
    const holiday = holidayOn.get(date);
    const hours = exceptionOn.get(date) ?? (holiday === undefined ? week[weekdayOf(number)] : undefined) ?? [];
    const when = (time: string) => zone.firstShowing(number * day + sinceMidnight(time));
    return {
      end: when('24:00'),
      work: hours.map(({ from, to }) => ({ from: when(from), to: when(to) })).filter(({ from, to }) => from < to),
      holiday,
    };
  }

  return {
    numberAt: (at) => Math.floor((at + zone.offsetAt(at)) / day),
    day(number) {
      const found = days.get(number) ?? workOutDay(number);
      days.set(number, found);
      return found;
    },
  };
}

const sinceMidnight = (time: string): number => Number(time.slice(0, 2)) * hour + Number(time.slice(3)) * minute;
