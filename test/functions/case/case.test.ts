import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nothing } from '../../../functions/case/case.ts';
import { CaseFact } from '../../../functions/case/case-fact.ts';
import { openWork } from '../../../functions/case/open-work.ts';
import { anyFact } from '../../support/any-fact.ts';
import * as f from '../../support/facts.ts';
import { caseId, customer, given, monday } from '../../support/given.ts';

describe('whatever happened, in whatever order', () => {
  test('the case can be told', () => {
    fc.assert(fc.property(fc.array(anyFact, { maxLength: 40 }), (facts) => given(...facts).status.length > 0));
  });

  test('nothing has happened to a case that was never opened', () => {
    const begins = ['case-opened', 'customer-selected'];
    const notOpened = anyFact.filter((fact) => !begins.includes(fact.kind));
    fc.assert(
      fc.property(fc.array(notOpened), (facts) => {
        expect(given(...facts)).toEqual(nothing);
      }),
    );
  });

  test('what is generated here is what the history takes', () => {
    fc.assert(fc.property(anyFact, (fact) => CaseFact.parse(fact) !== undefined));
  });
});

test('an opened case knows its customer, its card and its team', () => {
  expect(given(f.opened)).toMatchObject({
    status: 'open',
    caseId,
    customerId: customer,
    subject: 'card_1',
    team: 'cards',
    openedAt: monday,
    cycle: 1,
    reports: 1,
  });
});

test('a task belongs to whoever claimed it, and tells who completed it', () => {
  const { tasks } = given(
    f.opened,
    f.taskOpened('triage'),
    f.claimed('triage', 'ann'),
    f.completed('triage', 'resolved'),
  );
  expect(tasks).toMatchObject([{ status: 'completed', assignee: 'ann', completedBy: 'ann', outcome: 'resolved' }]);
});

describe('when a person says that a failed step is handled', () => {
  test('what could not be frozen is taken as seen to by hand', () => {
    const current = given(
      f.opened,
      f.freezePlanned('acc_1', 'acc_2', 'card_1'),
      f.frozen('acc_1'),
      f.freezeRefused('card_1'),
      f.taskOpened('failed-step', { step: 'freeze-accounts' }),
      f.completed('failed-step', 'handled'),
    );
    expect(current.freeze).toEqual({ acc_1: 'frozen', acc_2: 'settled-by-hand', card_1: 'settled-by-hand' });
    expect(openWork(current)).toEqual(['the review has not ended', 'the triage has not been done']);
  });

  test('an investigation that died is concluded', () => {
    const current = given(
      f.opened,
      f.investigationOpened,
      f.taskOpened('failed-step', { step: 'investigate' }),
      f.completed('failed-step', 'handled'),
    );
    expect(current.investigation).toBe('concluded');
  });

  test('but trying again settles nothing', () => {
    const current = given(
      f.opened,
      f.freezePlanned('acc_1'),
      f.taskOpened('failed-step', { step: 'freeze-accounts' }),
      f.completed('failed-step', 'retry'),
    );
    expect(current.freeze).toEqual({ acc_1: 'planned' });
  });
});

test('a run that starts anew asks for itself: what the dead one asked is withdrawn, what others asked is not', () => {
  const steps = ['review-case', 'close-case', 'survey-customer', 'unfreeze-accounts'] as const;
  const asked = steps.map((step) => f.taskOpened('failed-step', { id: `${f.taskId('triage')}.${step}`, step }));
  const current = given(f.opened, ...asked, { kind: 'run-restarted', data: { attempt: 2, after: 'it' } });
  expect(current.tasks.map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn', 'open', 'open']);
});

test('of an investigation whose run died nobody asks two questions: which of its steps failed is no matter any more', () => {
  const steps = ['work-on-findings', 'conclude-investigation', 'freeze-accounts', 'investigate'] as const;
  const asked = steps.map((step) => f.taskOpened('failed-step', { id: `${f.taskId('triage')}.${step}`, step }));
  const current = given(f.opened, f.taskOpened('fraud-review'), ...asked);
  expect(current.tasks.map(({ status }) => status)).toEqual(['open', 'withdrawn', 'withdrawn', 'open', 'open']);
});
