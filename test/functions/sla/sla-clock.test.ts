import { describe, expect, test } from 'vitest';
import { nextDue, readClocks } from '../../../functions/sla/sla-clock.ts';
import { at, changed, clock, did, inHours, opened, rounds, waits, within, withinAnyHour } from './told.ts';

describe('late is later than due', () => {
  const begin = opened('mon 9:00', { resolution: within(8) });

  test('what is done at the last moment is in time', () => {
    const last = clock('resolution', 'tue 9:00', begin, did('mon 18:00', 'closed'));
    expect(last).toMatchObject({ state: 'stopped', dueAt: at('mon 18:00') });
    expect(last.breachedAt).toBeUndefined();
  });

  test('what is done in the evening after it is not, though no working time has passed', () => {
    const evening = clock('resolution', 'tue 9:00', begin, did('mon 20:00', 'closed'));
    expect(evening).toMatchObject({ breachedAt: at('mon 18:00'), usedMilliseconds: evening.targetMilliseconds });
  });

  test('and no wait that begins then makes it good', () => {
    const waiting = clock('resolution', 'wed 9:00', begin, waits('mon 20:00'), did('tue 12:00', 'waiting-ended'));
    expect(waiting).toMatchObject({ dueAt: at('mon 18:00'), breachedAt: at('mon 18:00') });
  });
});

describe('a case that is closed stays closed', () => {
  const closed = [opened('mon 9:00', { resolution: within(8) }), did('mon 10:00', 'closed')];

  test.each([waits('mon 11:00'), did('mon 11:00', 'waiting-ended')])(
    'to its clocks, whatever waits: $kind',
    (event) => {
      const reopened = clock('resolution', 'mon 12:30', ...closed, event, did('mon 12:00', 'reopened'));
      expect(inHours(reopened)).toEqual(['running 1', 'paused (closed) 2', 'running 0.5']);
    },
  );

  test('and nobody promised to answer what is written to it', () => {
    expect(rounds('next-response', 'tue 9:00', ...closed, did('mon 11:00', 'customer-wrote'))).toEqual([]);
  });
});

test('a clock that began after a change of terms knows nothing of it', () => {
  const before = [
    opened('mon 9:00', { 'next-response': within(4) }),
    did('mon 9:30', 'agent-wrote'),
    changed('mon 10:00', 'policy', { 'next-response': within(2) }),
  ];
  const next = clock('next-response', 'mon 11:00', ...before, did('mon 10:30', 'customer-wrote'));
  expect(next).toMatchObject({ changes: [], startedAt: at('mon 10:30'), dueAt: at('mon 12:30') });
});

test('what is opened and closed at the same moment used no time', () => {
  const reading = clock(
    'resolution',
    'tue 9:00',
    opened('mon 9:00', { resolution: within(8) }),
    did('mon 9:00', 'closed'),
  );
  expect(reading).toMatchObject({
    state: 'stopped',
    usedMilliseconds: 0,
    targetMilliseconds: within(8).milliseconds,
    ledger: [],
  });
});

test('a promise that is made later counts from when it was made', () => {
  const late = clock(
    'resolution',
    'mon 12:00',
    opened('mon 9:00', {}),
    changed('mon 11:00', 'policy', { resolution: within(1) }),
  );
  expect(late).toMatchObject({ startedAt: at('mon 9:00'), dueAt: at('mon 12:00') });
  expect(inHours(late)).toEqual(['not-promised 2', 'running 1']);
});

test('a case to which nothing is promised has no clocks', () => {
  expect(readClocks([opened('mon 9:00', {}), did('mon 10:00', 'customer-wrote')], at('mon 11:00'))).toEqual([]);
  expect(readClocks([], at('mon 11:00'))).toEqual([]);
});

describe('what is due next', () => {
  const begin = opened('mon 9:00', { 'first-response': withinAnyHour(2), resolution: within(8) });
  const due = (when: string, ...events: ReturnType<typeof waits>[]) =>
    nextDue(readClocks([begin, ...events], at(when)));

  test('is the first that is not late yet', () => {
    expect(due('mon 10:00')).toBe(at('mon 11:00'));
    expect(due('mon 12:00')).toBe(at('mon 18:00'));
  });

  test('is nothing while the case waits, or when it is closed', () => {
    expect(due('mon 12:00', did('mon 10:00', 'agent-wrote'), waits('mon 11:00'))).toBeUndefined();
    expect(due('mon 12:00', did('mon 11:00', 'closed'))).toBeUndefined();
  });
});
