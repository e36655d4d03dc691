import { describe, expect, test } from 'vitest';
import { fold } from '../../../functions/customer/customer.ts';
import type { CustomerFact } from '../../../functions/customer/customer-fact.ts';
import { decideErasure, requestErasure } from '../../../functions/customer/erasure.ts';
import { liftHold, placeHold } from '../../../functions/customer/legal-hold.ts';
import { seal } from '../../../functions/shared/chain.ts';
import { monday } from '../../support/given.ts';

const about = { customerId: 'cus_amir', openCases: [] };
const erasureId = 'cus_amir.erasure.1';
const asked: CustomerFact = { kind: 'erasure-requested', data: { erasureId, reason: 'asked-by-the-person' } };
const decided = (decision: 'approved' | 'rejected'): CustomerFact => ({
  kind: 'erasure-decided',
  data: { erasureId, decision },
});
const erased: CustomerFact = { kind: 'erased', data: { erasureId, cases: 1, rows: 3 } };
const held: CustomerFact = { kind: 'legal-hold-placed', data: { reason: 'court-proceedings' } };
const lifted: CustomerFact = { kind: 'legal-hold-lifted', data: {} };
/** The record of a customer with whom ann did all this. */
const given = (...facts: CustomerFact[]) =>
  fold(
    facts.map((fact, index) =>
      seal({ customerId: 'cus_amir', seq: index + 1, at: monday, by: 'ann', fact, before: '' }),
    ),
  );
const name = (value: string) => expect.objectContaining({ name: value });

describe('asking for an erasure', () => {
  const ask = requestErasure(about, 'asked-by-the-person');
  test('is recorded with who asked', () => {
    expect(ask(given())).toEqual(asked);
    expect(given(asked).erasures[0]).toMatchObject({ status: 'requested', requestedBy: 'ann' });
  });
  test('is refused under legal hold, and not once it is lifted', () => {
    expect(() => ask(given(held))).toThrow(name('UnderLegalHold'));
    expect(ask(given(held, lifted))).toEqual(asked);
  });
  test('is refused while a case is open, and says which', () => {
    const open = requestErasure({ ...about, openCases: ['case_1'] }, 'asked-by-the-person');
    expect(() => open(given())).toThrow(expect.objectContaining({ details: { cases: ['case_1'] } }));
  });
  test('is refused while the same is asked for, and when it is done', () => {
    expect(() => ask(given(asked))).toThrow(name('ErasurePending'));
    expect(() => ask(given(asked, decided('approved'), erased))).toThrow(name('CustomerErased'));
  });
  test('can be tried again after it was rejected', () =>
    expect(ask(given(asked, decided('rejected')))).toMatchObject({ data: { erasureId: 'cus_amir.erasure.2' } }));
});

describe('deciding an erasure', () => {
  const decide = (by: string, decision: 'approved' | 'rejected' = 'approved') => decideErasure(about, decision, by);
  test('takes a second person', () => {
    expect(() => decide('ann')(given(asked))).toThrow(name('OwnApproval'));
    expect(decide('mia')(given(asked))).toEqual(decided('approved'));
  });
  test('is not for the one it is about', () =>
    expect(() => decide('cus_amir')(given(asked))).toThrow(name('OwnApproval')));
  test('that nobody asked for is not there', () =>
    expect(() => decide('mia')(given())).toThrow(name('ErasureNotFound')));
  test('is final; saying the same again changes nothing', () => {
    expect(decide('mia')(given(asked, decided('approved')))).toBeUndefined();
    expect(() => decide('mia', 'rejected')(given(asked, decided('approved')))).toThrow(name('ApprovalAlreadyDecided'));
  });
  test('is refused when a hold came in between, though rejecting is not', () => {
    expect(() => decide('mia')(given(asked, held))).toThrow(name('UnderLegalHold'));
    expect(decide('mia', 'rejected')(given(asked, held))).toEqual(decided('rejected'));
  });
});

describe('a legal hold', () => {
  test('is placed once, and lifted once', () => {
    expect(placeHold('court-proceedings')(given())).toEqual(held);
    expect(placeHold('dispute')(given(held))).toBeUndefined();
    expect(liftHold(given(held))).toEqual(lifted);
    expect(liftHold(given())).toBeUndefined();
  });
  test('comes too late for what is approved and under way', () =>
    expect(() => placeHold('dispute')(given(asked, decided('approved')))).toThrow(name('ErasureUnderWay')));
});
