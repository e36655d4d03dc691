import { describe, expect, test } from 'vitest';
import { changePriority } from '../../../functions/case/change-priority.ts';
import { openCase } from '../../../functions/case/open-case.ts';
import { CaseIsClosed } from '../../../functions/shared/errors.ts';
import * as f from '../../support/facts.ts';
import { customer, given } from '../../support/given.ts';

describe('a case is opened', () => {
  test.each([
    ['a lost card, which is frozen at once', 'lost-card', 'app', 'normal'],
    ['a payment the customer does not know', 'suspicious-payment', 'phone', 'high'],
    ['a payment that nobody but detection has noticed', 'suspicious-payment', 'detection', 'urgent'],
  ] as const)('for %s, with its urgency', (_, type, channel, priority) => {
    const [opened] = openCase({ type, channel, customerId: customer, subject: 'tx_1' }, { successor: '' })(given());
    expect(opened).toMatchObject({ kind: 'case-opened', data: { priority } });
  });

  test('and one from before there were priorities is of the normal one', () => {
    expect(given(f.opened).priority).toBe('normal');
  });
});

describe('a colleague knows better', () => {
  const raise = changePriority({ priority: 'urgent', reason: 'customer-at-risk' });

  test('and says why; what it was before stands there, too', () => {
    const facts = raise(given(f.opened));
    expect(facts).toEqual([
      { kind: 'priority-changed', data: { from: 'normal', to: 'urgent', reason: 'customer-at-risk' } },
    ]);
    expect(given(f.opened, ...facts).priority).toBe('urgent');
  });

  test('and saying it again changes nothing', () => {
    expect(raise(given(f.opened, ...raise(given(f.opened))))).toEqual([]);
  });

  test('but not of a case that is over', () => {
    expect(() => raise(given(f.opened, f.closed))).toThrow(CaseIsClosed);
  });
});
