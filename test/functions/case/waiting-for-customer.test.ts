import { describe, expect, test } from 'vitest';
import { CaseRules, shippedCaseRules } from '../../../functions/case/case-rules.ts';
import { showOwnCase } from '../../../functions/case/case-view.ts';
import { givesUpAt, giveUpWaiting, remindsAt, remindWaiting } from '../../../functions/case/give-up-waiting.ts';
import { endWaiting, resume, waitForCustomer } from '../../../functions/case/wait-for-customer.ts';
import { CaseIsClosed } from '../../../functions/shared/errors.ts';
import { day, hour, after as later } from '../../../functions/shared/now.ts';
import { CaseWaits } from '../../../functions/shared/refusals.ts';
import * as f from '../../support/facts.ts';
import { given, type Happened, monday } from '../../support/given.ts';

const worked = [f.opened, f.freezePlanned('acc_1'), f.frozen('acc_1'), f.freezeCompleted, f.reviewed()] as const;
const triaging = [...worked, f.taskOpened('triage')] as const;
const closeAt = later(monday, 14 * day);

describe('waiting for the customer', () => {
  const wait = waitForCustomer({ reason: 'customer-documents' }, shippedCaseRules, monday);

  test('begins with what is waited for and until when, and once is enough', () => {
    expect(wait(given(f.opened))).toEqual([
      { kind: 'waiting-started', data: { reason: 'customer-documents', remindAt: later(monday, 7 * day), closeAt } },
    ]);
    expect(wait(given(f.opened, f.waits))).toEqual([]);
  });

  test('for one thing does not turn silently into waiting for another', () => {
    const other = waitForCustomer({ reason: 'customer-information' }, shippedCaseRules, monday);
    expect(() => other(given(f.opened, f.waits))).toThrow(CaseWaits);
  });

  test('is nothing for a case that is closed, and closing ends it', () => {
    expect(() => wait(given(f.opened, f.closed))).toThrow(CaseIsClosed);
    expect(given(f.opened, f.waits, f.closed)).not.toHaveProperty('waiting');
  });

  test('ends when the customer writes or reports again, not when a colleague does', () => {
    const ended = [{ kind: 'waiting-ended', data: { because: 'customer-wrote' } }];
    expect(endWaiting(given(f.opened, f.waits, f.said('inbound')))).toEqual(ended);
    const joined: Happened = { kind: 'report-joined', data: { subject: 'card_1', channel: 'app' } };
    expect(endWaiting(given(f.opened, f.waits, joined))).toEqual(ended);
    expect(endWaiting(given(f.opened, f.waits, f.said('outbound')))).toEqual([]);
    expect(endWaiting(given(f.opened, f.waits, f.said('inbound'), f.waited))).toEqual([]);
  });

  test('ends when a colleague goes on without', () => {
    expect(resume(given(f.opened, f.waits))).toEqual([{ kind: 'waiting-ended', data: { because: 'resumed' } }]);
    expect(resume(given(f.opened))).toEqual([]);
  });

  test('is shown to the customer, who is the one to act', () => {
    expect(showOwnCase(given(f.opened, f.waits))).toMatchObject({
      waitsForYou: 'customer-documents',
      waitsUntil: closeAt,
    });
  });
});

describe('a customer who stays silent', () => {
  const silent = given(...triaging, f.waits);
  const giveUp = (at: string, current = silent) => giveUpWaiting(at)(current);

  test('is given up when the time is over: the triage ends without an answer, and the run closes the case', () => {
    expect(giveUp(later(closeAt, -1))).toEqual([]);
    expect(giveUp(closeAt)).toEqual([
      { kind: 'task-completed', data: { taskId: f.taskId('triage'), outcome: 'no-answer' } },
    ]);
    const done = given(...triaging, f.waits, f.completed('triage', 'no-answer', 'customer-timer'));
    expect(giveUp(closeAt, done)).toEqual([]);
  });

  test('is not given up just after a colleague wrote to them (freescout#4149)', () => {
    const asked = given(...triaging, f.waits, f.said('outbound'));
    expect(givesUpAt(asked)).toBe(closeAt);
    const late = { ...asked, wroteAt: later(closeAt, -hour) };
    expect(givesUpAt(late)).toBe(later(closeAt, 71 * hour));
    expect(giveUp(closeAt, late)).toEqual([]);
  });

  test('is not given up once they wrote, though nobody has looked at it yet', () => {
    const wrote = given(...triaging, f.waits, f.said('inbound'));
    expect(givesUpAt(wrote)).toBeUndefined();
    expect(giveUp(closeAt, wrote)).toEqual([]);
  });

  test.each<[string, Happened[]]>([
    ['a department still looks at it', [f.taskOpened('dispute-review')]],
    ['something was asked that a second person has to decide', [f.asked(f.unfreeze('acc_1'))]],
  ])('is not given up while %s', (_, facts) => {
    expect(givesUpAt(given(...triaging, f.waits, ...facts))).toBeUndefined();
  });

  test('is given up though a colleague asked for something to be done after the decision', () => {
    const behind = (kind: 'triage' | 'dispute-review') => f.taskOpened('follow-up', { after: f.taskId(kind) });
    expect(givesUpAt(given(...triaging, behind('triage'), f.waits))).toBe(closeAt);
    const looking = [f.taskOpened('dispute-review'), behind('dispute-review')];
    expect(givesUpAt(given(...triaging, ...looking, f.waits))).toBeUndefined();
  });

  test('is not given up before the triage, and not without having been waited for', () => {
    expect(givesUpAt(given(...worked, f.waits))).toBeUndefined();
    expect(givesUpAt(given(...triaging))).toBeUndefined();
  });
});

describe('a customer who stays silent is reminded first', () => {
  const remindAt = later(monday, 7 * day);
  const waits: Happened = { kind: 'waiting-started', data: { reason: 'customer-documents', remindAt, closeAt } };
  const reminded = (until = closeAt): Happened => ({ kind: 'waiting-reminded', data: { closeAt: until } });
  const silent = given(...triaging, waits);

  test('once, halfway, and is given up only after that (freescout#5042, #3762)', () => {
    expect(remindWaiting(later(remindAt, -1))(silent)).toEqual([]);
    expect(remindWaiting(remindAt)(silent)).toEqual([{ kind: 'waiting-reminded', data: { closeAt } }]);
    expect(giveUpWaiting(later(closeAt, day))(silent)).toEqual([]);
    const told = given(...triaging, waits, reminded());
    expect(remindWaiting(later(remindAt, day))(told)).toEqual([]);
    expect(giveUpWaiting(closeAt)(told)).toMatchObject([{ data: { outcome: 'no-answer' } }]);
  });

  test('and has three days to answer, however late the reminder was: the letter says until when', () => {
    const late = later(closeAt, 5 * day);
    const until = later(late, 3 * day);
    expect(remindWaiting(late)(silent)).toEqual([{ kind: 'waiting-reminded', data: { closeAt: until } }]);
    const told = given(...triaging, waits, reminded(until));
    expect(givesUpAt(told)).toBe(until);
    expect(showOwnCase(told)).toMatchObject({ waitsUntil: until });
  });

  test('but never just after a colleague wrote (freescout#4149)', () => {
    const asked = { ...silent, wroteAt: later(remindAt, -hour) };
    expect(remindsAt(asked)).toBe(later(remindAt, 71 * hour));
    expect(remindWaiting(remindAt)(asked)).toEqual([]);
  });

  test('but not once they wrote, and not when the case is over', () => {
    expect(remindsAt(given(...triaging, waits, f.said('inbound')))).toBeUndefined();
    expect(remindsAt(given(...triaging, waits, f.closed))).toBeUndefined();
    expect(remindsAt(given(...triaging, waits, f.waited))).toBeUndefined();
  });

  test('also while a department still looks at it, though it cannot be given up then', () => {
    const busy = given(...triaging, waits, f.taskOpened('dispute-review'));
    expect(remindWaiting(remindAt)(busy)).toHaveLength(1);
    expect(givesUpAt(given(...triaging, waits, f.taskOpened('dispute-review'), reminded()))).toBeUndefined();
  });
});

test('how long is waited is a policy; one that leaves no time to answer the reminder is refused by its field', () => {
  const waiting = { remindAfterDays: 12, closeAfterDays: 14 };
  const refused = CaseRules.safeParse({ ...shippedCaseRules, waiting });
  expect(refused.error?.issues).toMatchObject([
    { path: ['waiting', 'remindAfterDays'], message: expect.stringContaining('before closeAfterDays (14)') },
  ]);
  expect(CaseRules.safeParse({ ...shippedCaseRules, reopenDays: 0 }).success).toBe(false);
});
