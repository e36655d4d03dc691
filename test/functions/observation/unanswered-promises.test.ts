import { describe, expect, test } from 'vitest';
import { shippedCalendars } from '../../../functions/calendar/shipped-calendars.ts';
import type { CaseEvent } from '../../../functions/case/case-fact.ts';
import { unansweredPromises } from '../../../functions/observation/unanswered-promises.ts';
import { after, hour } from '../../../functions/shared/now.ts';
import { shippedSla } from '../../../functions/sla/shipped-sla.ts';
import * as f from '../../support/facts.ts';
import { caseId, type Happened, historyOf, monday } from '../../support/given.ts';

const always = { version: 0, at: '1970-01-01T00:00:00.000Z' };
const policies = {
  sla: [{ ...always, value: shippedSla }],
  calendars: [{ ...always, value: shippedCalendars }],
};
/** A history in which each fact happens so many hours after Monday at nine. */
const hours = (...happened: [number, Happened][]): CaseEvent[] =>
  historyOf(...happened.map(([, one]) => one)).map((event, n) => ({
    ...event,
    at: after(monday, (happened[n]?.[0] ?? 0) * hour),
  }));
const found = (events: CaseEvent[], atHour: number) =>
  unansweredPromises(events, policies, after(monday, atHour * hour));

describe('a promise that was broken', () => {
  test('and nobody did anything for a day is a gap, with how long', () => {
    const gaps = found(hours([0, f.complained]), 24 * 30);
    expect(gaps.length).toBeGreaterThan(0);
    const [gap] = gaps;
    expect(gap).toMatchObject({ kind: 'promise-broken-unanswered', caseId });
    expect(gap?.at).toBe(gap?.data.due);
    expect(gap?.data.hours).toBeGreaterThanOrEqual(24);
  });

  test('is none when somebody did something within a day after', () => {
    const [gap] = found(hours([0, f.complained]), 24 * 30);
    const broken = (Date.parse(gap?.at ?? '') - Date.parse(monday)) / hour;
    const clock = gap?.data.clock;
    const answered = hours([0, f.complained], [broken + 23, f.transferred('fraud')]);
    expect(found(answered, 24 * 30).some(({ data, at }) => data.clock === clock && at === gap?.at)).toBe(false);
    const late = hours([0, f.complained], [broken + 25, f.transferred('fraud')]);
    expect(found(late, 24 * 30).find(({ at }) => at === gap?.at)?.data.hours).toBe(25);
  });

  test('is the same observation, however often it is looked at, as soon as it is one', () => {
    const events = hours([0, f.complained]);
    const [first] = found(events, 24 * 30);
    expect(found(events, 24 * 40).map(({ id }) => id)).toContain(first?.id);
  });
});

test('a promise that runs is none', () => expect(found(hours([0, f.complained]), 0.1)).toEqual([]));

test('what a machine does about a case is no reaction', () => {
  const [before] = found(hours([0, f.complained]), 24 * 30);
  const broken = (Date.parse(before?.at ?? '') - Date.parse(monday)) / hour;
  const machine = hours([0, f.complained], [broken + 1, f.taskOpened('triage')]);
  expect(found(machine, 24 * 30).map(({ id }) => id)).toContain(before?.id);
});
