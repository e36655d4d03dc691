import { describe, expect, test } from 'vitest';
import { berlin } from '../../../functions/calendar/shipped-calendars.ts';
import { hour } from '../../../functions/shared/now.ts';
import { at, changed, clock, did, inHours, opened, rounds, waits, within, withinAnyHour } from './told.ts';

// What users of help desks asked for, row by row.

describe('a clock pauses while the case waits', () => {
  const promise = { resolution: within(8) };
  const waiting = [opened('mon 9:00', promise), waits('mon 11:00', 'customer-documents')];

  test('and says for what; nobody can say when it is due', () => {
    const paused = clock('resolution', 'tue 10:00', ...waiting);
    expect(paused).toMatchObject({ state: 'paused', pausedFor: 'customer-documents', usedMilliseconds: 2 * hour });
    expect(paused.dueAt).toBeUndefined();
    expect(inHours(paused)).toEqual(['running 2', 'paused (customer-documents) 23']);
  });

  test('and goes on with what was left', () => {
    const resumed = clock('resolution', 'tue 10:00', ...waiting, did('tue 9:30', 'waiting-ended'));
    expect(resumed).toMatchObject({ state: 'running', usedMilliseconds: 2.5 * hour, dueAt: at('tue 16:30') });
  });

  test('but who waits for our answer is not kept waiting by ours for them', () => {
    const first = clock(
      'first-response',
      'mon 15:00',
      opened('mon 9:00', { 'first-response': within(4) }),
      waits('mon 9:01'),
    );
    expect(first).toMatchObject({ state: 'running', breachedAt: at('mon 14:00') });
  });
});

describe('time that was used, and pauses, stay when priority or policy change', () => {
  const before = [
    opened('mon 9:00', { resolution: within(16) }),
    waits('mon 11:00'),
    did('tue 9:00', 'waiting-ended'), // two hours used
  ];

  test('a higher priority leaves less of what is left', () => {
    const raised = clock(
      'resolution',
      'tue 10:00',
      ...before,
      changed('tue 10:00', 'priority', { resolution: within(4) }),
    );
    expect(raised).toMatchObject({ usedMilliseconds: 3 * hour, targetMilliseconds: 4 * hour, dueAt: at('tue 11:00') });
    expect(inHours(raised)).toEqual(['running 2', 'paused (customer) 22', 'running 1']);
  });

  test('a change during the pause does not end it', () => {
    const [open, pause] = before as [(typeof before)[0], (typeof before)[0]];
    const events = [open, pause, changed('mon 12:00', 'priority', { resolution: within(4) })];
    expect(clock('resolution', 'mon 15:00', ...events)).toMatchObject({ state: 'paused', usedMilliseconds: 2 * hour });
    expect(clock('resolution', 'tue 9:30', ...events, did('tue 9:00', 'waiting-ended'))).toMatchObject({
      state: 'running',
      dueAt: at('tue 11:00'),
    });
  });

  test('to and fro is as if nothing had been', () => {
    const forth = changed('tue 10:00', 'priority', { resolution: within(40) });
    const back = changed('tue 11:00', 'priority', { resolution: within(16) });
    const changedTwice = clock('resolution', 'wed 10:00', ...before, forth, back);
    const { changes, ...unchanged } = clock('resolution', 'wed 10:00', ...before);
    expect(changedTwice).toMatchObject({ ...unchanged, changes: [{ because: 'priority' }, { because: 'priority' }] });
  });

  test('a promise that is already over is broken when it is made, not before', () => {
    const tooLate = clock(
      'resolution',
      'wed 9:00',
      ...before,
      changed('tue 17:00', 'priority', { resolution: within(4) }),
    );
    expect(tooLate).toMatchObject({ dueAt: at('tue 17:00'), breachedAt: at('tue 17:00') });
  });
});

describe('a case that was solved and reopened', () => {
  const solved = [opened('mon 9:00', { resolution: within(8) }), did('mon 12:30', 'closed')];
  const reopened = [...solved, did('wed 9:00', 'reopened')];

  test('was not worked on in between', () => {
    const [first, second] = rounds('resolution', 'wed 10:00', ...reopened);
    expect(first).toMatchObject({ cycle: 1, state: 'stopped', usedMilliseconds: 3.5 * hour });
    expect(second).toMatchObject({ cycle: 2, state: 'running', usedMilliseconds: 4.5 * hour, dueAt: at('wed 14:30') });
    expect(second && inHours(second)).toEqual(['running 3.5', 'paused (closed) 44.5', 'running 1']);
  });

  test('does not become late while it is closed', () => {
    const [first] = rounds('resolution', 'next-tue 9:00', ...solved);
    expect(first?.breachedAt).toBeUndefined();
    expect(
      rounds('resolution', 'next-tue 9:00', ...solved, did('next-tue 9:00', 'reopened'))[1]?.breachedAt,
    ).toBeUndefined();
  });

  test('is late again at once if it had been late', () => {
    const late = [
      opened('mon 9:00', { resolution: within(2) }),
      did('mon 12:00', 'closed'),
      did('wed 9:00', 'reopened'),
    ];
    expect(rounds('resolution', 'wed 9:00', ...late).map((one) => one.breachedAt)).toEqual([
      at('mon 11:00'),
      at('mon 11:00'),
    ]);
  });

  test('a wait that was forgotten ends with the closing', () => {
    const events = [solved[0], waits('mon 10:00'), did('mon 12:00', 'closed'), did('tue 9:00', 'reopened')];
    const open = clock('resolution', 'tue 10:00', ...(events as typeof solved));
    expect(inHours(open)).toEqual(['running 1', 'paused (customer) 2', 'paused (closed) 21', 'running 1']);
  });
});

describe('each clock goes by who did what', () => {
  const promise = {
    'first-response': within(4),
    'next-response': within(2),
    resolution: within(16),
    'progress-update': withinAnyHour(24),
  };
  const begin = opened('mon 9:00', promise);

  test('the answer of an agent stops the clock of the first answer', () => {
    const answered = clock('first-response', 'tue 17:00', begin, did('mon 10:00', 'agent-wrote'));
    expect(answered).toMatchObject({ state: 'stopped', stoppedAt: at('mon 10:00'), usedMilliseconds: hour });
    expect(answered.breachedAt).toBeUndefined();
  });

  test('a letter that the system sends does not', () => {
    expect(clock('first-response', 'mon 11:00', begin, did('mon 9:01', 'customer-informed')).state).toBe('running');
  });

  test('a later message of the customer starts a clock of its own, and their next one does not start it anew', () => {
    const talk = [
      begin,
      did('mon 9:30', 'customer-wrote'), // is answered by the first answer
      did('mon 10:00', 'agent-wrote'),
      did('mon 11:00', 'customer-wrote'),
      did('mon 12:00', 'customer-wrote'),
    ];
    expect(rounds('next-response', 'mon 12:00', ...talk)).toMatchObject([
      { startedAt: at('mon 11:00'), dueAt: at('mon 14:00') },
    ]);
    const answered = [...talk, did('mon 12:15', 'agent-wrote'), did('mon 14:00', 'customer-wrote')];
    expect(rounds('next-response', 'mon 15:00', ...answered)).toMatchObject([
      { round: 1, state: 'stopped', usedMilliseconds: 1.25 * hour },
      { round: 2, state: 'running', dueAt: at('mon 16:00') },
    ]);
  });

  test('silence has a clock of its own, that overrules no other', () => {
    const told = [begin, did('mon 12:00', 'customer-informed')];
    expect(rounds('progress-update', 'mon 13:00', ...told)).toMatchObject([
      { round: 1, state: 'stopped' },
      { round: 2, state: 'running', dueAt: at('tue 12:00') },
    ]);
    expect(clock('first-response', 'mon 13:00', ...told).dueAt).toBe(at('mon 14:00'));
    expect(clock('resolution', 'mon 13:00', ...told).dueAt).toBe(at('tue 18:00'));
  });
});

describe('a promise that is changed or withdrawn is told anew', () => {
  const late = opened('mon 9:00', { resolution: within(2) });

  test('nothing stays late when nothing is promised any more', () => {
    const withdrawn = clock('resolution', 'mon 13:00', late, changed('mon 12:00', 'policy', {}));
    expect(withdrawn.state).toBe('not-promised');
    expect(withdrawn.breachedAt).toBeUndefined();
    expect(withdrawn.changes).toMatchObject([
      { at: at('mon 12:00'), because: 'policy', before: { breachedAt: at('mon 11:00') } },
    ]);
    expect(inHours(withdrawn)).toEqual(['running 3', 'not-promised 1']);
  });

  test('and nothing when more time was promised than is used', () => {
    const eased = clock('resolution', 'mon 13:00', late, changed('mon 12:00', 'policy', { resolution: within(8) }));
    expect(eased).toMatchObject({ state: 'running', dueAt: at('mon 18:00') });
    expect(eased.breachedAt).toBeUndefined();
  });

  test('another calendar gives another due time, and the change says which and why', () => {
    const holiday = { date: '2026-11-24', name: 'Day of the Clockmakers' };
    const calendar = { ...berlin, holidays: [...berlin.holidays, holiday] };
    const events = [
      opened('mon 9:00', { resolution: within(9) }),
      changed('mon 12:00', 'calendar', { resolution: within(9, calendar) }),
    ];
    const told = clock('resolution', 'wed 9:30', ...events);
    expect(told.changes).toMatchObject([
      { because: 'calendar', before: { dueAt: at('tue 10:00') }, after: { dueAt: at('wed 10:00') } },
    ]);
    expect(inHours(told)).toContain('holiday (Day of the Clockmakers) 24');
  });

  test('a new version that promises this case the same is no change', () => {
    const same = changed('mon 12:00', 'policy', { resolution: within(2, structuredClone(berlin)) });
    expect(clock('resolution', 'mon 13:00', late, same).changes).toEqual([]);
  });
});

test('the ledger lists what was skipped and why, to the millisecond', () => {
  const told = clock('resolution', 'mon 14:00', opened('mon 9:00', { resolution: within(8) }));
  expect(told.ledger).toEqual([
    { from: at('mon 9:00'), to: at('mon 12:30'), kind: 'running', milliseconds: 3.5 * hour },
    { from: at('mon 12:30'), to: at('mon 13:30'), kind: 'out-of-hours', milliseconds: hour },
    { from: at('mon 13:30'), to: at('mon 14:00'), kind: 'running', milliseconds: 0.5 * hour },
  ]);
});

test('what was promised in working time is due in working time, over lunch and the weekend', () => {
  expect(clock('resolution', 'mon 12:00', opened('mon 12:00', { resolution: within(1) })).dueAt).toBe(at('mon 14:00'));
  expect(clock('resolution', 'fri 17:30', opened('fri 17:30', { resolution: within(1) })).dueAt).toBe(
    at('next-mon 9:30'),
  );
  expect(clock('resolution', 'fri 17:30', opened('fri 17:30', { resolution: withinAnyHour(1) })).dueAt).toBe(
    at('fri 18:30'),
  );
});

test('a wait over a holiday costs none of the time that is left', () => {
  const calendar = { ...berlin, holidays: [{ date: '2026-11-25', name: 'Day of Rest' }] };
  const wait = [
    opened('tue 17:00', { resolution: within(2, calendar) }),
    waits('tue 17:30'),
    did('wed 12:00', 'waiting-ended'),
  ];
  const told = clock('resolution', 'thu 9:30', ...wait);
  expect(told).toMatchObject({ usedMilliseconds: hour, dueAt: at('thu 10:30') });
  expect(inHours(told)).toEqual([
    'running 0.5',
    'paused (customer) 18.5',
    'holiday (Day of Rest) 12',
    'out-of-hours 9',
    'running 0.5',
  ]);
});
