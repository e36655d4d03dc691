import { describe, expect, test } from 'vitest';
import { goodwillLimits } from '../../../functions/approval/approval.ts';
import { grantGoodwill, recordUnfrozen } from '../../../functions/approval/carry-out.ts';
import { decideApproval } from '../../../functions/approval/decide-approval.ts';
import { requestApproval } from '../../../functions/approval/request-approval.ts';
import { openWork } from '../../../functions/case/open-work.ts';
import { InvalidRequest } from '../../../functions/shared/errors.ts';
import * as refused from '../../../functions/shared/refusals.ts';
import * as f from '../../support/facts.ts';
import { given, type Happened } from '../../support/given.ts';
import { adam, mia, teams } from '../../support/teams.ts';

const held = [f.opened, f.freezePlanned('acc_1', 'card_1'), f.frozen('acc_1'), f.frozen('card_1')] as const;
const approvalId = f.approvalId();
const limit = goodwillLimits.EUR ?? 0;
const decide = (decision: 'approved' | 'rejected', by = mia) => decideApproval({ approvalId, decision }, by, teams);

describe('asking to unfreeze', () => {
  const ask = (...targets: string[]) => requestApproval(f.unfreeze(...targets), 'note_1');

  test('is recorded with what, and decides nothing yet', () => {
    const request = f.unfreeze('acc_1');
    expect(ask('acc_1')(given(...held))).toEqual([
      { kind: 'approval-requested', data: { approvalId, request, noteId: 'note_1' } },
    ]);
    const current = given(...held, f.asked(request));
    expect(current.freeze.acc_1).toBe('frozen');
    expect(current.approvals).toMatchObject([{ approvalId, requestedBy: 'ann' }]);
    expect(openWork(current)).toContain(`approval ${approvalId} is not decided`);
  });

  test('is for what this case has frozen, and for nothing else', () => {
    expect(() => ask('acc_9')(given(...held))).toThrow(InvalidRequest);
    expect(() => ask('acc_1')(given(f.opened, f.freezePlanned('acc_1')))).toThrow(InvalidRequest);
  });

  test('for the same again tells who has asked already, until it was rejected', () => {
    const before = [...held, f.asked(f.unfreeze('acc_1', 'card_1'))] as const;
    expect(() => ask('card_1')(given(...before))).toThrow(new refused.ApprovalPending(approvalId, 'ann'));
    expect(() => ask('card_1')(given(...before, f.decided('approved')))).toThrow(refused.ApprovalPending);
    expect(ask('card_1')(given(...before, f.decided('rejected')))).toMatchObject([
      { data: { approvalId: f.approvalId(2) } },
    ]);
  });

  test('is possible after the case was closed, as what was frozen stays so', () => {
    expect(ask('acc_1')(given(...held, f.closed))).toHaveLength(1);
  });
});

describe('a payment for goodwill', () => {
  const pay = (amount: number, currency?: string) => requestApproval(f.goodwill(amount, currency));
  const paid = (amount: number): Happened => ({ kind: 'goodwill-granted', data: { amount, currency: 'EUR' } });

  test('up to the limit is granted at once, above it a second person is asked', () => {
    expect(pay(limit)(given(f.opened))).toEqual([
      { kind: 'goodwill-granted', data: { amount: limit, currency: 'EUR' } },
    ]);
    expect(pay(limit + 1)(given(f.opened))).toMatchObject([{ kind: 'approval-requested' }]);
  });

  test('in many small parts is no way around the limit', () => {
    expect(pay(1)(given(f.opened, paid(limit - 1)))).toMatchObject([{ kind: 'goodwill-granted' }]);
    expect(pay(2)(given(f.opened, paid(limit - 1)))).toMatchObject([{ kind: 'approval-requested' }]);
  });

  test('in a currency without a limit always needs a second person', () => {
    expect(pay(1, 'XAU')(given(f.opened))).toMatchObject([{ kind: 'approval-requested' }]);
  });

  test('that was approved is granted once', () => {
    const approved = given(f.opened, f.asked(f.goodwill(9000)), f.decided('approved'));
    expect(openWork(approved)).toContain(`approval ${approvalId} is not carried out`);
    const [granted] = grantGoodwill(approved);
    expect(granted).toEqual({ kind: 'goodwill-granted', data: { amount: 9000, currency: 'EUR', approvalId } });
    if (!granted) return;
    const after = given(f.opened, f.asked(f.goodwill(9000)), f.decided('approved'), granted);
    expect(grantGoodwill(after)).toEqual([]);
    expect(after.goodwill).toEqual([{ amount: 9000, currency: 'EUR', approvalId }]);
  });

  test('that was rejected is not', () => {
    expect(grantGoodwill(given(f.opened, f.asked(f.goodwill(9000)), f.decided('rejected')))).toEqual([]);
  });
});

describe('deciding', () => {
  const asked = given(...held, f.asked(f.unfreeze('acc_1')));

  test('is done by the manager of the team or an administrator', () => {
    for (const one of [mia, adam]) {
      expect(decide('approved', one)(asked)).toEqual([
        { kind: 'approval-decided', data: { approvalId, decision: 'approved' } },
      ]);
    }
    expect(() => decide('approved', { id: 'max', roles: ['manager'] })(asked)).toThrow(refused.ManagerNeeded);
  });

  test('is never done by the one who asked, whatever they may do otherwise', () => {
    for (const by of ['mia', 'adam']) {
      const own = given(...held, f.asked(f.unfreeze('acc_1'), by));
      const caller = by === 'mia' ? mia : adam;
      for (const decision of ['approved', 'rejected'] as const) {
        expect(() => decide(decision, caller)(own)).toThrow(new refused.OwnApproval(approvalId));
      }
    }
  });

  test('is final: saying it again changes nothing, and a second decision is told by whom', () => {
    const rejected = given(...held, f.asked(f.unfreeze('acc_1')), f.decided('rejected'));
    expect(decide('rejected')(rejected)).toEqual([]);
    const told = new refused.ApprovalAlreadyDecided(approvalId, 'mia', 'rejected');
    expect(() => decide('approved')(rejected)).toThrow(told);
    expect(() => decide('rejected', adam)(rejected)).toThrow(told);
    expect(told.message).toContain('was rejected by mia');
  });

  test('about what nobody asked for is refused', () => {
    expect(() => decide('approved')(given(...held))).toThrow(refused.ApprovalNotFound);
    expect(() => decide('approved')(given())).toThrow(refused.ApprovalNotFound);
  });
});

describe('what was unfrozen', () => {
  const approved = [...held, f.asked(f.unfreeze('acc_1', 'card_1')), f.decided('approved')] as const;
  const unfrozen = (target: string): Happened => ({ kind: 'unfrozen', data: { target, approvalId } });

  test('is recorded once, and what is left stays open work', () => {
    expect(recordUnfrozen(['acc_1'])(given(...approved))).toEqual([unfrozen('acc_1')]);
    const half = given(...approved, unfrozen('acc_1'));
    expect(recordUnfrozen(['acc_1'])(half)).toEqual([]);
    expect(openWork(half)).toContain(`approval ${approvalId} is not carried out`);
    expect(openWork(given(...approved, unfrozen('acc_1'), unfrozen('card_1'))).join()).not.toContain('approval');
  });

  test('without an approval, there is nothing', () => {
    expect(recordUnfrozen(['acc_1'])(given(...held, f.asked(f.unfreeze('acc_1'))))).toEqual([]);
  });

  test('by hand, because the account system would not, counts as unfrozen once somebody says so', () => {
    const task = f.taskOpened('failed-step', { step: 'unfreeze-accounts' });
    const current = given(...approved, unfrozen('acc_1'), task, f.completed('failed-step', 'handled', 'omid'));
    expect(current.freeze).toEqual({ acc_1: 'unfrozen', card_1: 'unfrozen' });
  });
});
