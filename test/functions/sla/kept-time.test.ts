import { describe, expect, test } from 'vitest';
import { berlin, shippedCalendars, tehran } from '../../../functions/calendar/shipped-calendars.ts';
import type { CaseFact, Priority } from '../../../functions/case/case-fact.ts';
import { after, hour, type Instant, minute } from '../../../functions/shared/now.ts';
import { shippedSla } from '../../../functions/sla/shipped-sla.ts';
import { readClocks } from '../../../functions/sla/sla-clock.ts';
import { slaEventsOf } from '../../../functions/sla/sla-event.ts';
import type { Policies } from '../../../functions/sla/terms.ts';
import * as f from '../../support/facts.ts';
import { historyOf, monday } from '../../support/given.ts';

// Rows 27 and 31 of what users of help desks ask for, with whole histories: time that was used stays used, whatever
// is changed, and what was changed can be read in the explanation.

const at = (hours: number): Instant => after(monday, hours * hour);
const history = (...facts: [hours: number, fact: CaseFact][]) =>
  historyOf(...facts.map(([, fact]) => fact)).map((event, index) => ({ ...event, at: at(facts[index]?.[0] ?? 0) }));
const priority = (to: Priority): CaseFact => ({
  kind: 'priority-changed',
  data: { from: 'normal', to, reason: 'deadline' },
});
const since = (version: number, hours: number) => ({ version, at: at(hours) });
const policies: Policies = {
  sla: [{ ...since(1, -1000), value: shippedSla }],
  calendars: [{ ...since(1, -1000), value: shippedCalendars }],
};

function resolution(now: number, more: Partial<Policies>, ...facts: [number, CaseFact][]) {
  const events = slaEventsOf(history([0, f.opened], ...facts), { ...policies, ...more });
  const clock = readClocks(events, at(now)).find((one) => one.clock === 'resolution');
  if (!clock) throw new Error('there is a clock');
  expect(clock.ledger.reduce((sum, entry) => sum + entry.milliseconds, 0)).toBe(now * hour); // nothing is lost
  return clock;
}

// Monday 9:00 UTC is 12:30 in Tehran, so that four and a half hours are left of the day.
describe('time that was used is kept', () => {
  test('when the priority changes: two working days are promised, and two hours of them are gone', () => {
    const raised = resolution(3, {}, [2, priority('urgent')]);
    expect(raised).toMatchObject({ usedMilliseconds: 3 * hour, targetMilliseconds: 18 * hour });
    expect(raised.changes).toMatchObject([
      { because: 'priority', before: { targetMilliseconds: 90 * hour }, after: { targetMilliseconds: 18 * hour } },
    ]);
  });

  test('when the priority changes while the case waits for the customer: the wait goes on', () => {
    const waiting = resolution(4, {}, [1, f.waits], [2, priority('high')]);
    expect(waiting).toMatchObject({ state: 'paused', usedMilliseconds: hour, pausedFor: 'customer-documents' });
    const resumed = resolution(4.5, {}, [1, f.waits], [2, priority('high')], [4, f.waited]);
    expect(resumed).toMatchObject({ state: 'running', usedMilliseconds: 1.5 * hour, targetMilliseconds: 45 * hour });
  });

  test('when other promises are saved', () => {
    const promised = shippedSla.map((one) => ({
      ...one,
      targets: { resolution: { minutes: 5 * 60, calendar: 'tehran' } },
    }));
    const sla = [...policies.sla, { ...since(2, 2), value: promised }];
    const shorter = resolution(3, { sla });
    expect(shorter).toMatchObject({ usedMilliseconds: 3 * hour, changes: [{ because: 'policy' }] });
    // Two of the five hours are left: one and a half today, the rest tomorrow from eight on.
    expect(shorter.dueAt).toBe('2026-11-24T05:00:00.000Z');
  });

  test('when the calendar changes: nobody works on Monday afternoons any more', () => {
    const week = { ...tehran.week, monday: [{ from: '08:00', to: '14:30' }] };
    const calendars = [...policies.calendars, { ...since(2, 1), value: [{ ...tehran, week }, berlin] }];
    const changed = resolution(4, { calendars });
    expect(changed).toMatchObject({ usedMilliseconds: 2 * hour, changes: [{ because: 'calendar' }] });
  });

  test('when a promise is taken back, nothing is late any more; promised anew, the time counts again', () => {
    const none = shippedSla.filter((one) => one.priority !== 'normal');
    const sla = [...policies.sla, { ...since(2, 1), value: none }, { ...since(3, 2), value: shippedSla }];
    expect(resolution(1.5, { sla: sla.slice(0, 2) }).state).toBe('not-promised');
    expect(resolution(3, { sla })).toMatchObject({ state: 'running', usedMilliseconds: 2 * hour });
  });
});

test('a case that was reopened after days goes on with the working time it had left', () => {
  const reopened: CaseFact = { kind: 'case-reopened', data: { cycle: 2, reason: 'not-solved' } };
  const events = slaEventsOf(history([0, f.opened], [2, f.closed], [49, reopened]), policies);
  const clocks = readClocks(events, at(49.5)).filter(({ clock }) => clock === 'resolution');
  expect(clocks).toMatchObject([
    { cycle: 1, state: 'stopped', usedMilliseconds: 2 * hour },
    { cycle: 2, state: 'running', usedMilliseconds: 2 * hour + 30 * minute },
  ]);
});
