import { describe, expect, test } from 'vitest';
import {
  addBusinessTime,
  businessTimeBetween,
  intervalsBetween,
  nextWorkingMoment,
} from '../../../functions/calendar/business-time.ts';
import type { Calendar } from '../../../functions/calendar/calendar.ts';
import { berlin, tehran } from '../../../functions/calendar/shipped-calendars.ts';
import { hour, minute } from '../../../functions/shared/now.ts';

const straight = (timeZone: string, from: string, to: string): Calendar => {
  const hours = [{ from, to }];
  const week = { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours };
  return { calendar: 'straight', timeZone, week, holidays: [], exceptions: [] };
};
const daily = (timeZone: string, from: string, to: string): Calendar => {
  const calendar = straight(timeZone, from, to);
  return { ...calendar, week: { ...calendar.week, saturday: [{ from, to }], sunday: [{ from, to }] } };
};

describe('what users of help desks asked for', () => {
  test('every interval that was skipped is listed, a holiday by its name', () => {
    expect(intervalsBetween(tehran, '2026-03-20T08:00:00.000Z', '2026-03-25T04:30:00.000Z')).toEqual([
      {
        kind: 'holiday',
        name: 'Nationalisation of oil',
        from: '2026-03-20T08:00:00.000Z',
        to: '2026-03-20T20:30:00.000Z',
        milliseconds: 12.5 * hour,
      },
      {
        kind: 'holiday',
        name: 'Nowruz',
        from: '2026-03-20T20:30:00.000Z',
        to: '2026-03-24T20:30:00.000Z',
        milliseconds: 96 * hour,
      },
      {
        kind: 'out-of-hours',
        from: '2026-03-24T20:30:00.000Z',
        to: '2026-03-25T04:30:00.000Z',
        milliseconds: 8 * hour,
      },
    ]);
  });

  test('an hour from Friday 16:30, when people work until 17:00, is Monday 9:30 and not Friday 17:30', () => {
    const nineToFive = straight('Europe/London', '09:00', '17:00');
    expect(addBusinessTime(nineToFive, '2026-11-20T16:30:00.000Z', hour)).toBe('2026-11-23T09:30:00.000Z');
    expect(addBusinessTime(nineToFive, '2026-11-20T16:30:00.000Z', 30 * minute)).toBe('2026-11-20T17:00:00.000Z');
  });

  test('where the week ends on Wednesday: an hour from 16:30 is Saturday 8:30', () => {
    expect(addBusinessTime(tehran, '2026-11-25T13:00:00.000Z', hour)).toBe('2026-11-28T05:00:00.000Z');
  });

  test('nothing is counted over lunch', () => {
    expect(addBusinessTime(berlin, '2026-11-23T11:00:00.000Z', hour)).toBe('2026-11-23T13:00:00.000Z');
    expect(businessTimeBetween(berlin, '2026-11-23T11:30:00.000Z', '2026-11-23T12:30:00.000Z')).toBe(0);
    expect(businessTimeBetween(berlin, '2026-11-23T00:00:00.000Z', '2026-11-24T00:00:00.000Z')).toBe(8 * hour);
  });

  test('nothing is counted on a public holiday, and on Christmas Eve until noon', () => {
    const eveAtEleven = '2026-12-24T10:00:00.000Z';
    expect(addBusinessTime(berlin, eveAtEleven, 2 * hour)).toBe('2026-12-28T09:00:00.000Z');
  });

  test('a Saturday can be worked for once, and a holiday too', () => {
    const worked = [{ from: '10:00', to: '12:00' }];
    const calendar = { ...berlin, exceptions: [{ date: '2026-11-28', hours: worked }] };
    expect(nextWorkingMoment(calendar, '2026-11-27T17:00:00.000Z')).toBe('2026-11-28T09:00:00.000Z');
  });

  test('four hours from the last afternoon before Nowruz end in the morning after it', () => {
    const wednesday = '2026-03-18T13:00:00.000Z'; // at 16:30, the last half hour of the week
    expect(addBusinessTime(tehran, wednesday, 4 * hour)).toBe('2026-03-25T08:00:00.000Z');
  });

  test('at midnight and at the weekend it is seen that nobody is at work, and when somebody is', () => {
    expect(nextWorkingMoment(berlin, '2026-11-21T23:00:00.000Z')).toBe('2026-11-23T08:00:00.000Z');
    expect(nextWorkingMoment(berlin, '2026-11-23T08:00:00.000Z')).toBe('2026-11-23T08:00:00.000Z');
    expect(nextWorkingMoment(berlin, '2026-11-23T17:00:00.000Z')).toBe('2026-11-24T08:00:00.000Z');
  });
});

describe('when clocks are changed', () => {
  const [spring, autumn] = ['2026-03-29', '2026-10-25'];
  const worked = (from: string, to: string, date: string) =>
    businessTimeBetween(daily('Europe/Berlin', from, to), `${date}T00:00:00.000Z`, `${date}T12:00:00.000Z`) / minute;

  test('an hour that is skipped is not worked', () => {
    expect(worked('01:00', '04:00', spring)).toBe(120);
    expect(worked('02:00', '03:00', spring)).toBe(0);
    expect(worked('02:30', '04:00', spring)).toBe(60);
  });

  test('nobody is at work in an hour that is skipped', () => {
    const calendar = daily('Europe/Berlin', '02:00', '03:00');
    expect(nextWorkingMoment(calendar, '2026-03-28T12:00:00.000Z')).toBe('2026-03-30T00:00:00.000Z');
  });

  test('an hour that comes twice is worked twice, when work goes on after it', () => {
    expect(worked('02:00', '04:00', autumn)).toBe(180);
    expect(worked('02:30', '04:00', autumn)).toBe(150);
  });

  test('who leaves within it leaves the first time, and is not called back', () => {
    expect(worked('02:00', '02:30', autumn)).toBe(30);
    const calendar = daily('Europe/Berlin', '02:00', '02:30');
    expect(nextWorkingMoment(calendar, '2026-10-25T00:30:00.000Z')).toBe('2026-10-26T01:00:00.000Z');
  });

  test('a shift that ends at 24:00 goes on into one that begins at 00:00', () => {
    const always = daily('Asia/Tehran', '00:00', '24:00');
    const all = { from: '2022-03-20T00:00:00.000Z', to: '2022-09-30T00:00:00.000Z' };
    const pieces = intervalsBetween(always, all.from, all.to);
    expect(pieces).toEqual([{ kind: 'working', ...all, milliseconds: 194 * 24 * hour }]);
  });

  test('Tehran is half past three ahead in every summer since 2023, and half past four before', () => {
    expect(nextWorkingMoment(tehran, '2022-06-04T00:00:00.000Z')).toBe('2022-06-04T03:30:00.000Z');
    expect(nextWorkingMoment(tehran, '2023-06-03T00:00:00.000Z')).toBe('2023-06-03T04:30:00.000Z');
  });

  test('a day that a country skipped has no working time', () => {
    const apia = daily('Pacific/Apia', '09:00', '17:00');
    const thursday = '2011-12-30T00:00:00.000Z'; // 14:00 on the 29th; ten hours later it is the 31st
    expect(addBusinessTime(apia, thursday, 4 * hour)).toBe('2011-12-30T20:00:00.000Z');
  });
});

test('less than nothing cannot be added', () => {
  expect(() => addBusinessTime(berlin, '2026-11-23T09:00:00.000Z', -1)).toThrow(RangeError);
  expect(() => addBusinessTime(berlin, '2026-11-23T09:00:00.000Z', Number.NaN)).toThrow(RangeError);
});

test('between two instants that stand the other way round there is nothing', () => {
  expect(businessTimeBetween(berlin, '2026-11-24T09:00:00.000Z', '2026-11-23T09:00:00.000Z')).toBe(0);
  expect(intervalsBetween(berlin, '2026-11-24T09:00:00.000Z', '2026-11-23T09:00:00.000Z')).toEqual([]);
});

test('a calendar by which nobody works is found out, not counted for ever', () => {
  const never = { ...berlin, week: {}, exceptions: [] };
  expect(() => nextWorkingMoment(never, '2026-11-23T09:00:00.000Z')).toThrow('Nobody ever works');
});
