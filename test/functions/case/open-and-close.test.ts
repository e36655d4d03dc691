import { describe, expect, test } from 'vitest';
import { closeCase, resolutionOf } from '../../../functions/case/close-case.ts';
import { openCase, reportOf } from '../../../functions/case/open-case.ts';
import { CaseHasOpenWork, InvalidRequest } from '../../../functions/shared/errors.ts';
import * as f from '../../support/facts.ts';
import { customer, given, type Happened, monday } from '../../support/given.ts';

const next = { successor: 'case_00000000000000000000000002' };
const report = { type: 'lost-card', customerId: customer, subject: 'card_1', channel: 'app' } as const;

describe('a report', () => {
  test('opens a case for the team of its kind', () => {
    expect(openCase(report, next)(given())).toMatchObject([{ kind: 'case-opened', data: { team: 'cards' } }]);
    const flagged = { ...report, type: 'suspicious-payment', subject: 'tx_1' } as const;
    expect(openCase(flagged, next)(given())).toMatchObject([{ kind: 'case-opened', data: { team: 'fraud' } }]);
  });

  test('joins an open case; a closed one says in which case it is gone on with', () => {
    expect(openCase(report, next)(given(f.opened))).toMatchObject([{ kind: 'report-joined' }]);
    const [continued] = openCase(report, next)(given(f.opened, f.closed));
    expect(continued).toMatchObject({ kind: 'case-continued', data: { caseId: next.successor } });
    if (continued) expect(openCase(report, next)(given(f.opened, f.closed, continued))).toEqual([]);
  });
});

describe('for whom a report is', () => {
  const reported = { type: 'lost-card', cardId: 'card_1', channel: 'app' } as const;
  const app = { id: customer, roles: ['customer' as const] };
  const detection = { id: 'detection', roles: ['service' as const] };

  test('customers report for themselves', () => {
    expect(reportOf(reported, app, 'own')).toEqual(report);
    expect(reportOf({ ...reported, customerId: customer }, app, 'own')).toEqual(report);
  });

  test('and for nobody else', () => {
    expect(() => reportOf({ ...reported, customerId: 'cus_eve' }, app, 'own')).toThrow(InvalidRequest);
  });

  test('everybody else has to say for whom', () => {
    expect(() => reportOf(reported, detection, 'any')).toThrow(InvalidRequest);
    expect(reportOf({ ...reported, customerId: customer }, detection, 'any')).toEqual(report);
  });
});

describe('closing', () => {
  const close = closeCase('resolved', monday);
  const froze = [f.freezePlanned('acc_1'), f.frozen('acc_1'), f.freezeCompleted] as const;
  const triaged = [f.taskOpened('triage'), f.completed('triage', 'resolved')] as const;
  const done = [f.opened, ...froze, f.reviewed(), ...triaged] as const;
  const refusal = (...facts: Happened[]) => {
    try {
      close(given(...facts));
    } catch (error) {
      if (error instanceof CaseHasOpenWork) return error.details.openWork;
    }
    return 'was closed';
  };

  test('a case with nothing open closes, and can be taken up again for thirty days', () => {
    expect(close(given(...done))).toEqual([
      { kind: 'case-closed', data: { resolution: 'resolved', reopenUntil: '2026-12-23T09:00:00.000Z' } },
    ]);
  });

  test('is refused with another resolution than was decided, by hand or not', () => {
    expect(() => closeCase('no-fraud-found', monday)(given(...done))).toThrow('was decided as resolved');
  });

  test('again changes nothing', () => expect(close(given(f.opened, f.closed))).toEqual([]));

  test('what was never opened is not closed', () => expect(close(given())).toEqual([]));

  test('is refused while a task is open, claimed or not', () => {
    const open = [`task ${f.taskId('dispute-review')} is open`];
    expect(refusal(...done, f.taskOpened('dispute-review'))).toEqual(open);
    expect(refusal(...done, f.taskOpened('dispute-review'), f.claimed('dispute-review', 'ann'))).toEqual(open);
    expect(refusal(...done, f.taskOpened('dispute-review'), f.completed('dispute-review', 'refund'))).toBe(
      'was closed',
    );
  });

  test('is refused while an investigation is open', () => {
    expect(refusal(...done, f.investigationOpened)).toEqual(['an investigation is open']);
  });

  test('is refused while something is not frozen, tried or refused', () => {
    expect(refusal(...done, f.freezePlanned('card_1'))).toEqual(['card_1 is not frozen']);
    expect(refusal(...done, f.freezeRefused('card_1'))).toEqual(['card_1 is not frozen']);
  });

  test('is refused right after opening: nothing has been frozen, reviewed or decided yet', () => {
    const ahead = ['the freeze has not ended', 'the review has not ended', 'the triage has not been done'];
    expect(refusal(f.opened)).toEqual(ahead);
    expect(refusal(f.opened, ...froze)).toEqual(ahead.slice(1));
    expect(refusal(f.opened, ...froze, f.reviewed())).toEqual(ahead.slice(2));
  });

  test('is refused between a review that found something and its investigation', () => {
    const found = f.reviewed({ transactionId: 'tx_1', rule: 'paid-abroad', department: 'fraud' });
    expect(refusal(f.opened, ...froze, found, ...triaged)).toEqual(['the investigation has not begun']);
  });

  test('needs no step that failed for good and that a person has seen to', () => {
    const handled = [f.taskOpened('failed-step', { step: 'review-case' }), f.completed('failed-step', 'handled')];
    expect(refusal(f.opened, ...froze, ...handled, ...triaged)).toBe('was closed');
  });

  test('needs no investigation once a person has seen to a review whose answer was lost', () => {
    const found = f.reviewed({ transactionId: 'tx_1', rule: 'paid-abroad', department: 'fraud' });
    for (const step of ['review-case', 'work-on-findings'] as const) {
      const handled = [f.taskOpened('failed-step', { step }), f.completed('failed-step', 'handled')];
      expect(refusal(f.opened, ...froze, found, ...handled, ...triaged)).toBe('was closed');
    }
  });

  test('by hand is possible while somebody is asked about the run that should have done it', () => {
    expect(refusal(...done, f.taskOpened('failed-step', { step: 'close-case' }))).toBe('was closed');
    expect(refusal(...done, f.taskOpened('failed-step', { step: 'case-run' }))).toBe('was closed');
  });

  test('ends as the triage said, or as resolved without one', () => {
    expect(resolutionOf(given(f.opened, f.taskOpened('triage'), f.completed('triage', 'fraud-confirmed')))).toBe(
      'fraud-confirmed',
    );
    expect(resolutionOf(given(f.opened))).toBe('resolved');
  });
});
