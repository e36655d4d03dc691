import { describe, expect, test } from 'vitest';
import { closeCase, resolutionOf } from '../../../functions/case/close-case.ts';
import { openCase, reportOf } from '../../../functions/case/open-case.ts';
import { CaseHasOpenWork, InvalidRequest } from '../../../functions/shared/errors.ts';
import * as f from '../../support/facts.ts';
import { customer, given, type Happened, monday } from '../../support/given.ts';

const report = { type: 'lost-card', customerId: customer, subject: 'card_1', channel: 'app' } as const;

describe('a report', () => {
  test('opens a case for the team of its kind', () => {
    expect(openCase(report)(given())).toMatchObject([{ kind: 'case-opened', data: { team: 'cards' } }]);
    const flagged = { ...report, type: 'suspicious-payment', subject: 'tx_1' } as const;
    expect(openCase(flagged)(given())).toMatchObject([{ kind: 'case-opened', data: { team: 'fraud' } }]);
  });

  test('joins an open case, and does not wake a closed one', () => {
    expect(openCase(report)(given(f.opened))).toMatchObject([{ kind: 'report-joined' }]);
    expect(openCase(report)(given(f.opened, f.closed))).toEqual([]);
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
  const refusal = (...facts: Happened[]) => {
    try {
      close(given(f.opened, ...facts));
    } catch (error) {
      if (error instanceof CaseHasOpenWork) return error.details.openWork;
    }
    return 'was closed';
  };

  test('a case with nothing open closes, and can be taken up again for thirty days', () => {
    const done = given(f.opened, f.freezePlanned('acc_1'), f.frozen('acc_1'), f.taskOpened('triage'));
    expect(close({ ...done, tasks: [] })).toEqual([
      { kind: 'case-closed', data: { resolution: 'resolved', reopenUntil: '2026-12-23T09:00:00.000Z' } },
    ]);
  });

  test('again changes nothing', () => expect(close(given(f.opened, f.closed))).toEqual([]));

  test('what was never opened is not closed', () => expect(close(given())).toEqual([]));

  test('is refused while a task is open, claimed or not', () => {
    const open = [`task ${f.taskId('triage')} is open`];
    expect(refusal(f.taskOpened('triage'))).toEqual(open);
    expect(refusal(f.taskOpened('triage'), f.claimed('triage', 'ann'))).toEqual(open);
    expect(refusal(f.taskOpened('triage'), f.completed('triage', 'resolved'))).toBe('was closed');
  });

  test('is refused while an investigation is open', () => {
    expect(refusal(f.investigationOpened)).toEqual(['an investigation is open']);
  });

  test('is refused while something is not frozen, tried or refused', () => {
    expect(refusal(f.freezePlanned('acc_1', 'card_1'), f.frozen('acc_1'))).toEqual(['card_1 is not frozen']);
    expect(refusal(f.freezePlanned('card_1'), f.freezeRefused('card_1'))).toEqual(['card_1 is not frozen']);
  });

  test('names everything that is open', () => {
    expect(refusal(f.freezePlanned('acc_1'), f.investigationOpened, f.taskOpened('fraud-review'))).toHaveLength(3);
  });

  test('ends as the triage said, or as resolved without one', () => {
    expect(resolutionOf(given(f.opened, f.taskOpened('triage'), f.completed('triage', 'fraud-confirmed')))).toBe(
      'fraud-confirmed',
    );
    expect(resolutionOf(given(f.opened))).toBe('resolved');
  });
});
