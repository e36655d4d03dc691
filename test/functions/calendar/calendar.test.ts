import { describe, expect, test } from 'vitest';
import { Calendar, Calendars, dateOf, numberOf } from '../../../functions/calendar/calendar.ts';
import { berlin, shippedCalendars, tehran } from '../../../functions/calendar/shipped-calendars.ts';

const said = (value: unknown, schema: typeof Calendar | typeof Calendars = Calendar) =>
  schema.safeParse(value).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];

const friday = (...hours: [string, string][]) => ({
  ...berlin,
  week: { friday: hours.map(([from, to]) => ({ from, to })) },
});

test('the calendars that are shipped are right', () => {
  expect(said(shippedCalendars, Calendars)).toEqual([]);
});

test('the holidays of Tehran are on their days of the Iranian calendar', () => {
  const iranian = new Intl.DateTimeFormat('en-US-u-ca-persian', { month: 'long', day: 'numeric', timeZone: 'UTC' });
  const days = new Set(tehran.holidays.map(({ name, date }) => `${iranian.format(Date.parse(date))}: ${name}`));
  expect([...days]).toEqual([
    'Bahman 22: 22 Bahman',
    'Esfand 29: Nationalisation of oil',
    'Farvardin 1: Nowruz',
    'Farvardin 2: Nowruz',
    'Farvardin 3: Nowruz',
    'Farvardin 4: Nowruz',
    'Farvardin 12: Republic Day',
    'Farvardin 13: Nature Day',
    'Khordad 14: 14 Khordad',
    'Khordad 15: 15 Khordad',
  ]);
});

describe('a calendar is refused, with the name of the field, when', () => {
  test.each([
    [
      'an interval ends before it starts',
      friday(['17:00', '09:00']),
      'week.friday.0.to: must be after 17:00, when the interval begins',
    ],
    [
      'an interval has no length',
      friday(['09:00', '09:00']),
      'week.friday.0.to: must be after 09:00, when the interval begins',
    ],
    [
      'intervals overlap',
      friday(['09:00', '13:00'], ['12:30', '18:00']),
      'week.friday.1.from: must not be before 13:00, when the interval before it ends',
    ],
    ['a time does not exist', friday(['09:00', '24:01']), 'week.friday.0.to: must be a time like 08:30, at most 24:00'],
    [
      'a time is written otherwise',
      friday(['9:00', '17:00']),
      'week.friday.0.from: must be a time like 08:30, at most 24:00',
    ],
    [
      'its time zone is unknown',
      { ...berlin, timeZone: 'Europe/Atlantis' },
      'timeZone: must be an IANA time zone, like Asia/Tehran',
    ],
    [
      'a holiday is on a day that does not exist',
      { ...berlin, holidays: [{ date: '2027-02-29', name: 'Leap' }] },
      'holidays.0.date: must be a day that exists, like 2027-03-21',
    ],
    [
      'a day is a holiday twice',
      { ...berlin, holidays: [...berlin.holidays, berlin.holidays[0]] },
      `holidays.${berlin.holidays.length}.date: is named twice`,
    ],
    [
      'a holiday is an exception, too',
      { ...berlin, exceptions: [{ date: '2027-01-01', hours: [{ from: '09:00', to: '10:00' }] }] },
      'exceptions.0.date: is named twice',
    ],
    ['nobody ever works', { ...berlin, week: { monday: [] } }, 'week: has no working time: a promise nobody can keep'],
  ])('%s', (_, calendar, message) => {
    expect(said(calendar)).toEqual([message]);
  });

  test('nobody works for a year', () => {
    const mondays = (count: number) =>
      Array.from({ length: count }, (_, week) => ({ date: dateOf(numberOf('2027-01-04') + 7 * week), name: 'Rest' }));
    const onMondays = (count: number) => ({
      ...berlin,
      week: { monday: [{ from: '09:00', to: '10:00' }] },
      holidays: mondays(count),
      exceptions: [],
    });
    expect(said(onMondays(52))).toEqual([]);
    expect(said(onMondays(53))).toEqual(['holidays: leave no working time for a year from 2027-01-04 on']);
  });

  test('another has its name', () => {
    expect(said([berlin, tehran, berlin], Calendars)).toEqual(['2.calendar: is named twice']);
  });

  test('it has a weekday that there is not', () => {
    expect(said({ ...berlin, week: { ...berlin.week, caturday: [] } })).toHaveLength(1);
  });
});

test('a lunch break, a shift until midnight and a day without work can be said', () => {
  const hours = [
    { from: '09:00', to: '12:30' },
    { from: '12:30', to: '24:00' },
  ];
  expect(said({ ...berlin, week: { friday: hours, saturday: [] } })).toEqual([]);
});
