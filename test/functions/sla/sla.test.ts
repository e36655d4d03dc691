import { describe, expect, test } from 'vitest';
import { berlin, shippedCalendars, tehran } from '../../../functions/calendar/shipped-calendars.ts';
import type { Priority } from '../../../functions/case/case-fact.ts';
import { shippedSla } from '../../../functions/sla/shipped-sla.ts';
import { Sla } from '../../../functions/sla/sla.ts';
import { unkeepable } from '../../../functions/sla/unkeepable.ts';

const today = '2026-11-23T09:00:00.000Z';
const said = (value: unknown) =>
  Sla.safeParse(value).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];

const promise = (priority: Priority, targets: Sla[number]['targets']): Sla[number] => ({
  type: 'lost-card',
  priority,
  targets,
});
const hours = (count: number, calendar = 'berlin') => ({ minutes: 60 * count, calendar });

test('what is promised as shipped can be saved and kept', () => {
  expect(said(shippedSla)).toEqual([]);
  expect(unkeepable(shippedSla, shippedCalendars, today)).toEqual([]);
});

describe('a promise is refused, with the name of the field, when', () => {
  test('it is made twice', () => {
    expect(said([promise('low', {}), promise('high', {}), promise('low', {})])).toEqual([
      '2.priority: low is promised twice for lost-card',
    ]);
  });

  test('more urgent cases have to wait longer', () => {
    const ladder = [promise('low', { resolution: hours(8) }), promise('urgent', { resolution: hours(9) })];
    const message = '1.targets.resolution.minutes: goes backwards: must not be longer than with priority low (480)';
    expect(said(ladder)).toEqual([message]);
    expect(said(ladder.toReversed())).toEqual([message.replace('1', '0')]);
  });

  test('an answer may come after the case is over', () => {
    expect(said([promise('low', { 'first-response': hours(9), resolution: hours(8) })])).toEqual([
      '0.targets.first-response.minutes: must not be longer than resolution (480)',
    ]);
  });

  test('it is of no time, of half minutes, or of more than a year', () => {
    for (const minutes of [0, -60, 0.5, 366 * 24 * 60 + 1]) {
      expect(said([promise('low', { resolution: { minutes, calendar: 'berlin' } })])[0]).toMatch(
        /^0\.targets\.resolution\.minutes: /,
      );
    }
  });

  test('it is about something that has no clock', () => {
    expect(Sla.safeParse([{ ...promise('low', {}), targets: { happiness: hours(1) } }]).success).toBe(false);
  });
});

test('times of different calendars are not compared, since neither is always longer', () => {
  expect(said([promise('low', { resolution: hours(8) }), promise('high', { resolution: hours(9, 'tehran') })])).toEqual(
    [],
  );
  expect(said([promise('low', { resolution: hours(8), 'first-response': hours(9, 'around-the-clock') })])).toEqual([]);
});

describe('nobody can keep a promise', () => {
  test('in a calendar that does not exist', () => {
    const sla = [promise('low', { 'first-response': hours(1, 'around-the-clock'), resolution: hours(8) })];
    expect(unkeepable(sla, [berlin], today)).toEqual([]);
    expect(unkeepable(sla, [tehran], today)).toEqual([
      { field: '0.targets.resolution.calendar', message: 'there is no calendar berlin' },
    ]);
  });

  test('of more working time than a year has', () => {
    const oneHourAWeek = {
      ...berlin,
      week: { monday: [{ from: '09:00', to: '10:00' }] },
      holidays: [],
      exceptions: [],
    };
    expect(unkeepable([promise('low', { resolution: hours(52) })], [oneHourAWeek], today)).toEqual([]);
    expect(unkeepable([promise('low', { resolution: hours(54) })], [oneHourAWeek], today)).toEqual([
      {
        field: '0.targets.resolution.minutes',
        message: 'is more than berlin works in a year: a promise nobody can keep',
      },
    ]);
  });
});
