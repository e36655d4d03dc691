import { beforeEach, describe, expect, test } from 'vitest';
import { freezeAccounts } from '../../../functions/account/freeze-accounts.ts';
import { ledgerGateway } from '../../../functions/account/ledger-gateway.ts';
import { carryOut, carryOutOrAsk } from '../../../functions/approval/carry-out.ts';
import { decideAndCarryOut } from '../../../functions/approval/decide-and-carry-out.ts';
import { caseStore } from '../../../functions/case/case-store.ts';
import { AccountServiceUnavailable } from '../../../functions/shared/errors.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { ApprovalAlreadyDecided, UnfreezeIncomplete } from '../../../functions/shared/refusals.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { postingUntil, seedLedger } from '../../support/ledger.ts';
import { startTables, tableNames } from '../../support/tables.ts';
import { adam, mia, teams } from '../../support/teams.ts';

const { db } = startTables();
const worldOf = (client: typeof db) => ({
  cases: caseStore(client, tableNames.CASE_EVENTS_TABLE),
  bank: ledgerGateway(client, tableNames.LEDGER_TABLE),
});
const world = worldOf(db);
const change = { by: 'mia', at: monday };
const never = '2999-01-01T00:00:00.000Z';

let caseId: string;
let customerId: string;
beforeEach(() => freshCase());

/** A case whose account and card are frozen, and whose unfreezing has been asked for. */
async function freshCase(): Promise<void> {
  caseId = newId('case');
  customerId = newId('cus');
  await seedLedger(db, customerId, { accounts: ['acc_1'], cards: ['card_1'] });
  const opened = { ...f.opened, data: { ...f.opened.data, customerId } } as typeof f.opened;
  await world.cases.change(caseId, { by: 'app', at: monday }, () => [opened]);
  await freezeAccounts(world.cases, world.bank, { caseId }, { by: 'workflow', at: monday }, () => monday);
  const asked = { approvalId: f.approvalId(1, caseId), request: f.unfreeze('acc_1', 'card_1') };
  await world.cases.change(caseId, { by: 'ann', at: monday }, () => [{ kind: 'approval-requested', data: asked }]);
}
const approve = (on = world, by = mia) => {
  const decided = { approvalId: f.approvalId(1, caseId), decision: 'approved' } as const;
  return decideAndCarryOut(on, decided, { by: by.id, at: monday }, { caller: by, teams });
};
const isFrozen = async () => {
  const { accounts, cards } = await world.bank.holdings(customerId);
  return [...accounts, ...cards].map((one) => one.frozen);
};
const count = async (kind: string) =>
  (await world.cases.history(caseId)).filter(({ fact }) => fact.kind === kind).length;

test('what was approved is unfrozen, and each of it recorded', async () => {
  expect(await isFrozen()).toEqual([true, true]);
  const current = await approve();
  expect(current.freeze).toEqual({ acc_1: 'unfrozen', card_1: 'unfrozen' });
  expect(await isFrozen()).toEqual([false, false]);
  expect(await count('unfrozen')).toBe(2);
});

test('the hold of another case stays', async () => {
  await world.bank.freeze(customerId, 'acc_1', newId('case'));
  await approve();
  expect(await isFrozen()).toEqual([true, false]);
});

test('freezing again, because a run died, leaves unfrozen what two people agreed on', async () => {
  await approve();
  await freezeAccounts(world.cases, world.bank, { caseId }, { by: 'workflow', at: monday }, () => monday);
  expect(await isFrozen()).toEqual([false, false]);
  expect(await count('frozen')).toBe(2);
});

describe('when the account system will not', () => {
  const tasks = async () => (await world.cases.load(caseId)).tasks;
  const net = { by: 'safety-net', at: monday };

  test('the decision stands, what can be unfrozen is, and operations are asked, once', async () => {
    await postingUntil(db, customerId, 'card_1', never);
    expect((await approve()).approvals).toMatchObject([{ decision: 'approved', decidedBy: 'mia' }]);
    await expect(carryOut(world, caseId, change)).rejects.toThrow(AccountServiceUnavailable);
    await carryOutOrAsk(world, caseId, net, 'decided');
    await carryOutOrAsk(world, caseId, net, 'decided');
    expect(await tasks()).toMatchObject([{ kind: 'failed-step', step: 'unfreeze-accounts', team: 'operations' }]);
    expect(await isFrozen()).toEqual([false, true]);
    await postingUntil(db, customerId, 'card_1', '2000-01-01T00:00:00.000Z');
    await carryOutOrAsk(world, caseId, net, 'again');
    expect(await isFrozen()).toEqual([false, false]);
    expect(await count('unfrozen')).toBe(2);
  });

  test('because it knows the account no more, a person has to look', async () => {
    const gone = { ...world.bank, unfreeze: async () => 'unknown' as const };
    await approve({ ...world, bank: gone });
    await expect(carryOut({ ...world, bank: gone }, caseId, change)).rejects.toThrow(UnfreezeIncomplete);
    expect(await count('unfrozen')).toBe(0);
  });
});

test('two people who decide at once: one does, the other is told who it was', async () => {
  const both = await Promise.allSettled([approve(world, mia), approve(world, adam)]);
  const refused = both.filter((one) => one.status === 'rejected');
  expect(refused).toHaveLength(1);
  expect(refused[0]?.reason).toBeInstanceOf(ApprovalAlreadyDecided);
  expect(await count('approval-decided')).toBe(1);
  expect(await count('unfrozen')).toBe(2);
});

test('killed at any call and sent again, it is decided once and everything is unfrozen once', async () => {
  await killedAtEveryCall(async (kill, where) => {
    await freshCase();
    await approve(worldOf(kill(db))).catch(() => undefined);
    await approve();
    expect(await isFrozen(), where).toEqual([false, false]);
    expect([await count('approval-decided'), await count('unfrozen')], where).toEqual([1, 2]);
  });
});
