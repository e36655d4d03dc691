import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { businessTimeBetween } from '../../../functions/calendar/business-time.ts';
import { berlin, tehran } from '../../../functions/calendar/shipped-calendars.ts';
import { type Instant, instant, minute, after as plus } from '../../../functions/shared/now.ts';
import type { Reading } from '../../../functions/sla/reading.ts';
import { ClockName } from '../../../functions/sla/sla.ts';
import { nextDue, readClocks } from '../../../functions/sla/sla-clock.ts';
import type { SlaEvent } from '../../../functions/sla/sla-event.ts';
import type { Target, Terms } from '../../../functions/sla/terms.ts';
import { promising } from './told.ts';

const begin = Date.parse('2026-12-22T10:00:00.000Z');

const target: fc.Arbitrary<Target> = fc.record({
  milliseconds: fc.integer({ min: 1, max: 20 * 60 }).map((minutes) => minutes * minute),
  calendar: fc.constantFrom(berlin, tehran, undefined),
});
const terms: fc.Arbitrary<Terms> = fc
  .record(Object.fromEntries(ClockName.options.map((clock) => [clock, target])), { requiredKeys: [] })
  .map((targets) => promising(targets));

const happening = fc.oneof(
  fc.record({ kind: fc.constant('opened' as const), terms }),
  fc.record({ kind: fc.constant('terms-changed' as const), because: fc.constant('policy' as const), terms }),
  fc.record({ kind: fc.constant('waiting-started' as const), reason: fc.constantFrom('customer', 'shop') }),
  ...(['customer-wrote', 'agent-wrote', 'customer-informed', 'waiting-ended', 'closed', 'reopened'] as const).map(
    (kind) => fc.record({ kind: fc.constant(kind) }),
  ),
);

/** Anything that can happen to a case in ten days over Christmas, in any order of kinds, and when somebody asks. */
const story = (unit: number) => {
  const time = fc.integer({ min: 0, max: (10 * 24 * 60 * minute) / unit });
  return fc
    .record({
      first: terms,
      more: fc.array(fc.tuple(time, happening), { maxLength: 12 }),
      asked: time,
    })
    .map(({ first, more, asked }) => {
      const when = (index: number): Instant => instant(begin + index * unit);
      const later = more
        .sort(([one], [other]) => one - other)
        .map(([index, what]): SlaEvent => ({ ...what, at: when(index) }));
      return { events: [{ kind: 'opened', at: when(0), terms: first } as SlaEvent, ...later], now: when(asked) };
    });
};

const endOf = (reading: Reading, now: Instant) => reading.stoppedAt ?? now;

describe('whatever happened to a case, and whenever somebody asks', () => {
  const everyReading = (check: (reading: Reading, now: Instant, events: SlaEvent[]) => void) =>
    fc.assert(
      fc.property(story(1), ({ events, now }) => {
        for (const reading of readClocks(events, now)) check(reading, now, events);
      }),
    );

  test('the entries of a ledger follow each other without a gap and come to the time from start to end', () => {
    everyReading((reading, now) => {
      const { ledger, startedAt } = reading;
      const sum = ledger.reduce((all, { milliseconds }) => all + milliseconds, 0);
      expect(sum).toBe(Date.parse(endOf(reading, now)) - Date.parse(startedAt));
      const bounds = ledger.flatMap(({ from, to }) => [from, to]);
      if (ledger.length === 0) return;
      expect([startedAt, ...bounds.filter((_, index) => index % 2 === 1)]).toEqual([
        ...bounds.filter((_, index) => index % 2 === 0),
        endOf(reading, now),
      ]);
      for (const { milliseconds } of ledger) expect(milliseconds).toBeGreaterThan(0);
    });
  });

  test('what was used is what ran', () => {
    everyReading(({ ledger, usedMilliseconds }) => {
      const ran = ledger.filter(({ kind }) => kind === 'running');
      expect(usedMilliseconds).toBe(ran.reduce((all, { milliseconds }) => all + milliseconds, 0));
    });
  });

  test('a clock that runs has used all of its target when it is due, and is late a moment after', () => {
    const same = (one: Reading) => (other: Reading) =>
      other.clock === one.clock && other.cycle === one.cycle && other.round === one.round;
    everyReading((reading, now, events) => {
      if (reading.state !== 'running' || reading.breachedAt) return;
      const dueAt = reading.dueAt ?? '';
      expect(dueAt >= now).toBe(true);
      const happened = events.filter((event) => event.at <= now);
      const due = readClocks(happened, dueAt).find(same(reading));
      expect(due?.usedMilliseconds).toBeGreaterThanOrEqual(reading.targetMilliseconds ?? 0);
      expect(due?.breachedAt).toBeUndefined();
      expect(readClocks(happened, plus(dueAt, 1)).find(same(reading))?.breachedAt).toBe(dueAt);
    });
  });

  test('the next time that something becomes late is the first due time of a clock that runs', () => {
    fc.assert(
      fc.property(story(1), ({ events, now }) => {
        const happened = events.filter((event) => event.at <= now);
        const late = (at: Instant) => readClocks(happened, at).filter(({ breachedAt }) => breachedAt).length;
        const due = nextDue(readClocks(events, now));
        expect(late(due ?? plus(now, 1e9))).toBe(late(now));
        if (due) expect(late(plus(due, 1))).toBeGreaterThan(late(now));
      }),
    );
  });

  test('what is yet to come changes nothing', () => {
    fc.assert(
      fc.property(story(1), ({ events, now }) => {
        expect(readClocks(events, now)).toEqual(
          readClocks(
            events.filter(({ at }) => at <= now),
            now,
          ),
        );
      }),
    );
  });
});

test('somebody who looks at a case every minute finds as much time used on its solution', () => {
  fc.assert(
    fc.property(story(minute), ({ events, now }) => {
      const reading = readClocks(events, now).findLast(({ clock }) => clock === 'resolution');
      let [used, status, wait, promised] = [0, 'none', false, undefined as Target | undefined];
      let next = 0;
      for (let time = begin; time < Date.parse(now); time += minute) {
        for (; events[next] && (events[next]?.at ?? '') <= instant(time); next++) {
          const event = events[next] as SlaEvent;
          if (event.kind === 'opened' && status === 'none')
            [status, promised] = ['open', event.terms.targets.resolution];
          if (event.kind === 'terms-changed') promised = event.terms.targets.resolution;
          if (event.kind === 'closed') [status, wait] = ['closed', false];
          if (event.kind === 'reopened' && status === 'closed') status = 'open';
          if (event.kind === 'waiting-started' && status === 'open') wait = true;
          if (event.kind === 'waiting-ended') wait = false;
        }
        if (status !== 'open' || wait || !promised) continue;
        const [from, to] = [instant(time), instant(time + minute)];
        used += promised.calendar ? businessTimeBetween(promised.calendar, from, to) : minute;
      }
      expect(reading?.usedMilliseconds ?? 0).toBe(used);
    }),
    { numRuns: 30 },
  );
});
