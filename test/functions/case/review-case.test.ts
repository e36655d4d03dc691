import { beforeEach, expect, test } from 'vitest';
import type { Transaction } from '../../../functions/account/account.ts';
import { ledgerGateway } from '../../../functions/account/ledger-gateway.ts';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { caseStore } from '../../../functions/case/case-store.ts';
import { reviewCase } from '../../../functions/case/review-case.ts';
import { reviewRules } from '../../../functions/case/review-rules.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { day, hour, after as later } from '../../../functions/shared/now.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { seedLedger } from '../../support/ledger.ts';
import { startTables, tableNames } from '../../support/tables.ts';

const { db } = startTables();
const cases = caseStore(db, tableNames.CASE_EVENTS_TABLE);
const bank = ledgerGateway(db, tableNames.LEDGER_TABLE);
const change = { by: 'workflow', at: monday };

let customerId: string;
let caseId: string;
beforeEach(() => {
  customerId = newId('cus');
});
async function begin(opened: CaseFact = f.opened): Promise<void> {
  caseId = newId('case');
  if (opened.kind !== 'case-opened') throw new Error('a case begins with its opening');
  await cases.change(caseId, change, () => [{ ...opened, data: { ...opened.data, customerId } }]);
}
const bookings = (countries: string[]): Transaction[] => {
  const accountId = newId('acc');
  return countries.map((country, i) => ({
    ...{ transactionId: `tx_${i + 1}`, accountId, at: later(monday, -(i + 1) * hour), amount: 2000 },
    ...{ currency: 'EUR', merchant: `shop ${i}`, country },
  }));
};
const seed = (all: Transaction[]) =>
  seedLedger(db, customerId, { accounts: [all[0]?.accountId ?? 'acc_1'], bookings: all });
const review = (store = cases, ledger = bank) => reviewCase(store, ledger, reviewRules, { caseId }, change);
const reviews = async () => (await cases.history(caseId)).filter((event) => event.fact.kind === 'case-reviewed');

test('the bookings of all accounts are held against the rules, once', async () => {
  await seed(bookings(['DE', 'BR', 'DE']));
  await begin();
  expect(await review()).toEqual({ findings: 1 });
  expect(await review()).toEqual({ findings: 1 });
  expect(await reviews()).toMatchObject([
    { fact: { data: { ruleSet: reviewRules.version, transactions: 3, findings: [{ transactionId: 'tx_2' }] } } },
  ]);
});

test('a payment that fraud detection flagged is looked at, whatever the rules say of it', async () => {
  await seed(bookings(['DE', 'DE']));
  await begin(f.paymentFlagged);
  expect(await review()).toEqual({ findings: 1 });
  expect((await cases.load(caseId)).findings).toEqual([
    { transactionId: 'tx_1', rule: 'flagged-by-detection', department: 'fraud' },
  ]);
});

test('and once, if a rule finds it, too', async () => {
  await seed(bookings(['BR', 'DE']));
  await begin(f.paymentFlagged);
  expect(await review()).toEqual({ findings: 1 });
});

test('bookings older than the baseline are not read', async () => {
  const [recent, old] = bookings(['DE', 'DE']) as [Transaction, Transaction];
  await seed([recent, { ...old, at: later(monday, -91 * day) }]);
  await begin();
  await review();
  expect(await reviews()).toMatchObject([{ fact: { data: { transactions: 1 } } }]);
});

test('a step that is killed anywhere and started again has reviewed once', async () => {
  await seed(bookings(['BR', 'DE']));
  await killedAtEveryCall(async (kill, where) => {
    await begin();
    const mortal = kill(db);
    const dead = caseStore(mortal, tableNames.CASE_EVENTS_TABLE);
    await review(dead, ledgerGateway(mortal, tableNames.LEDGER_TABLE)).catch(() => undefined);
    expect(await review(), where).toEqual({ findings: 1 });
    expect(await reviews(), where).toHaveLength(1);
  });
});
