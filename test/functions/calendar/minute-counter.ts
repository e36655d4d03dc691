import fc from 'fast-check';
import { type Calendar, dateOf, numberOf, weekdayOf, weekdays } from '../../../functions/calendar/calendar.ts';
import { day, instant, minute } from '../../../functions/shared/now.ts';

/** What somebody notes down who watches the clock on the wall through eight days, minute by minute. */
export type Watch = { timeZone: string; start: number; shown: { date: string; clock: string }[] };

// Eight days around whatever has been done to clocks.
const watches = {
  'Europe/Berlin in spring': ['Europe/Berlin', '2026-03-26'],
  'Europe/Berlin in autumn': ['Europe/Berlin', '2026-10-22'],
  'Asia/Tehran in spring, at midnight': ['Asia/Tehran', '2022-03-18'],
  'Asia/Tehran in its last autumn, back to the day before': ['Asia/Tehran', '2022-09-18'],
  'Asia/Tehran since': ['Asia/Tehran', '2026-03-18'],
  'America/St_Johns in spring, at a minute past midnight': ['America/St_Johns', '2006-03-30'],
  'America/St_Johns in autumn, back to the day before': ['America/St_Johns', '2006-10-26'],
  'America/Sao_Paulo, where a day begins at one': ['America/Sao_Paulo', '2018-11-01'],
  'Australia/Lord_Howe in spring, by half an hour': ['Australia/Lord_Howe', '2026-10-01'],
  'Australia/Lord_Howe in autumn, by half an hour': ['Australia/Lord_Howe', '2026-04-01'],
  'Antarctica/Troll, by two hours': ['Antarctica/Troll', '2026-10-22'],
  'Pacific/Apia without 30 December': ['Pacific/Apia', '2011-12-27'],
  'Asia/Kathmandu': ['Asia/Kathmandu', '2026-05-01'],
} as const;
export const places = Object.keys(watches) as (keyof typeof watches)[];

export function watch(place: keyof typeof watches): Watch {
  const [timeZone, date] = watches[place];
  const start = Date.parse(date);
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  let latest = '';
  // When the clock is turned back, the latest time it showed stands until it is passed again.
  const shown = Array.from({ length: (8 * day) / minute }, (_, index) => {
    const now = clock.format(start + index * minute);
    if (now > latest) latest = now;
    return { date: latest.slice(0, 10), clock: latest.slice(11) };
  });
  return { timeZone, start, shown };
}

/** What each minute was: `working`, `out-of-hours`, or the name of the holiday. */
export function kinds({ shown }: Watch, calendar: Calendar): string[] {
  const dates = [...new Set(shown.map(({ date }) => date))];
  const plans = new Map(dates.map((date) => [date, planOf(date, calendar)]));
  return shown.map(({ date, clock }) => {
    const { hours, rest } = plans.get(date) ?? { hours: [], rest: '' };
    return hours.some(({ from, to }) => from <= clock && clock < to) ? 'working' : rest;
  });
}

function planOf(date: string, { holidays, exceptions, week }: Calendar) {
  const holiday = holidays.find((one) => one.date === date);
  const exception = exceptions.find((one) => one.date === date);
  const hours = exception?.hours ?? (holiday ? [] : week[weekdayOf(numberOf(date))]) ?? [];
  return { hours, rest: holiday?.name ?? 'out-of-hours' };
}

const timeOfDay = (minutes: number) => (minutes === 1440 ? '24:00' : instant(minutes * minute).slice(11, 16));

const hours = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 60, 120, 150, 180, 1440)), {
    minLength: 2,
    maxLength: 6,
  })
  .map((bounds) => bounds.sort((a, b) => a - b).map(timeOfDay))
  .map((bounds) =>
    Array.from({ length: bounds.length >> 1 }, (_, index) => ({
      from: bounds[2 * index] as string,
      to: bounds[2 * index + 1] as string,
    })),
  );

/** Any calendar of this place, with holidays and exceptions in the eight days. */
export const anyCalendar = ({ timeZone, start }: Watch): fc.Arbitrary<Calendar> => {
  const dates = Array.from({ length: 8 }, (_, index) => dateOf(start / day + index));
  return fc
    .record({
      week: fc.tuple(...weekdays.map(() => fc.option(hours, { nil: undefined }))),
      special: fc.shuffledSubarray(dates, { maxLength: 4 }),
      rests: fc.nat(4),
      worked: fc.array(hours, { minLength: 4, maxLength: 4 }),
    })
    .map(({ week, special, rests, worked }) => ({
      calendar: 'any',
      timeZone,
      week: { [weekdays[0]]: [{ from: '09:00', to: '17:00' }], ...pairs(week) },
      holidays: special.slice(0, rests).map((date) => ({ date, name: `Rest of ${date}` })),
      exceptions: special.slice(rests).map((date, index) => ({ date, hours: worked[index] ?? [] })),
    }));
};

const pairs = (week: (Calendar['week']['monday'] | undefined)[]): Calendar['week'] =>
  Object.fromEntries(weekdays.flatMap((weekday, index) => (week[index] ? [[weekday, week[index]]] : [])));
