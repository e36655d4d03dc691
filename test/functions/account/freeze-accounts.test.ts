import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { AccountGateway } from '../../../functions/account/account.ts';
import { freezeAccounts } from '../../../functions/account/freeze-accounts.ts';
import { ledgerGateway } from '../../../functions/account/ledger-gateway.ts';
import { caseStore } from '../../../functions/case/case-store.ts';
import { AccountServiceUnavailable, FreezeIncomplete } from '../../../functions/shared/errors.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { after } from '../../../functions/shared/now.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { postingUntil, seedLedger } from '../../support/ledger.ts';
import { startTables, tableNames } from '../../support/tables.ts';

const { db } = startTables();
const cases = caseStore(db, tableNames.CASE_EVENTS_TABLE);
const ledger = ledgerGateway(db, tableNames.LEDGER_TABLE);
const change = { by: 'workflow', at: monday };
const all = ['acc_1', 'acc_2', 'card_1', 'card_2'];

/** The ledger, and what was asked of it. */
const watched = (): AccountGateway & { asked: string[] } => {
  const asked: string[] = [];
  const freeze: AccountGateway['freeze'] = (customerId, target, caseId) => {
    asked.push(target);
    return ledger.freeze(customerId, target, caseId);
  };
  return { ...ledger, freeze, asked };
};

let customerId: string;
let caseId: string;
async function begin(subject = 'card_1'): Promise<void> {
  customerId = newId('cus');
  caseId = newId('case');
  await seedLedger(db, customerId, { accounts: ['acc_1', 'acc_2'], cards: ['card_1', 'card_2'] });
  const data = { type: 'lost-card', customerId, subject, channel: 'app', team: 'cards' } as const;
  await cases.change(caseId, change, () => [{ kind: 'case-opened', data }]);
}
beforeEach(() => begin());

const freeze = (bank: AccountGateway = ledger, store = cases) =>
  freezeAccounts(store, bank, { caseId }, change, () => after(monday, 4000));
const kinds = async () => (await cases.history(caseId)).map((event) => event.fact.kind);
const holds = async (target: string) => {
  const Key = { pk: { S: customerId }, sk: { S: target } };
  const { Item } = await db.send(new GetItemCommand({ TableName: tableNames.LEDGER_TABLE, Key }));
  return Item?.holds?.SS ?? [];
};

test('every account and every card is frozen, and each is in the history', async () => {
  expect(await freeze()).toEqual({ accounts: 2, cards: 2 });
  for (const target of all) expect(await holds(target)).toEqual([caseId]);
  expect((await cases.load(caseId)).freeze).toEqual(Object.fromEntries(all.map((target) => [target, 'frozen'])));
  expect(await kinds()).toEqual(['case-opened', 'freeze-planned', ...Array(4).fill('frozen'), 'freeze-completed']);
});

test('freezing again asks for nothing and puts no second hold', async () => {
  await freeze();
  const bank = watched();
  expect(await freeze(bank)).toEqual({ accounts: 2, cards: 2 });
  expect(bank.asked).toEqual([]);
  expect(await holds('acc_1')).toEqual([caseId]);
  expect(await kinds()).toHaveLength(7);
});

test('two cases of one customer hold the same account, each for itself', async () => {
  await freeze();
  const first = caseId;
  caseId = newId('case');
  const data = { type: 'lost-card', customerId, subject: 'card_2', channel: 'app', team: 'cards' } as const;
  await cases.change(caseId, change, () => [{ kind: 'case-opened', data }]);
  await freeze();
  expect((await holds('acc_1')).sort()).toEqual([first, caseId].sort());
});

describe('while the ledger posts bookings of an account', () => {
  beforeEach(() => postingUntil(db, customerId, 'acc_2', '2999-01-01T00:00:00.000Z'));

  test('the others are frozen and recorded, and asking again may help', async () => {
    await expect(freeze()).rejects.toThrow(AccountServiceUnavailable);
    const { freeze: state, frozenAt } = await cases.load(caseId);
    expect(state).toEqual({ acc_1: 'frozen', acc_2: 'planned', card_1: 'frozen', card_2: 'frozen' });
    expect(frozenAt).toBeUndefined();
  });

  test('only what is left is tried again, and succeeds when the posting is over', async () => {
    await expect(freeze()).rejects.toThrow();
    await postingUntil(db, customerId, 'acc_2', '2000-01-01T00:00:00.000Z');
    const bank = watched();
    expect(await freeze(bank)).toEqual({ accounts: 2, cards: 2 });
    expect(bank.asked).toEqual(['acc_2']);
    expect((await kinds()).filter((kind) => kind === 'freeze-completed')).toHaveLength(1);
  });
});

describe('nothing is left out silently', () => {
  test('a reported card that the ledger does not know ends in an error that names it', async () => {
    await begin('card_9');
    await expect(freeze()).rejects.toThrow(new FreezeIncomplete(['card_9']));
    expect((await cases.load(caseId)).freeze).toMatchObject({ card_9: 'refused', card_1: 'frozen' });
    expect(await kinds()).not.toContain('freeze-completed');
  });

  test('and asking again is refused again, without a second record of it', async () => {
    await begin('card_9');
    await expect(freeze()).rejects.toThrow();
    const before = await kinds();
    await expect(freeze()).rejects.toThrow(FreezeIncomplete);
    expect(await kinds()).toEqual(before);
  });

  test('somebody else’s card is not frozen', async () => {
    const victim = newId('cus');
    await seedLedger(db, victim, { accounts: ['acc_7'], cards: ['card_7'] });
    await begin('card_7');
    await expect(freeze()).rejects.toThrow(FreezeIncomplete);
    customerId = victim;
    expect(await holds('card_7')).toEqual([]);
  });

  test('a customer without any account is an error', async () => {
    await begin('tx_1');
    const bank: AccountGateway = { ...ledger, holdings: async () => ({ home: 'DE', accounts: [], cards: [] }) };
    await expect(freeze(bank)).rejects.toThrow(FreezeIncomplete);
  });

  test('what was planned and not frozen is tried again, though the ledger lists it no more', async () => {
    await postingUntil(db, customerId, 'card_2', '2999-01-01T00:00:00.000Z');
    await expect(freeze()).rejects.toThrow();
    const bank: AccountGateway = {
      ...ledger,
      holdings: async (id) => {
        const held = await ledger.holdings(id);
        return { ...held, cards: held.cards.filter((card) => card.cardId !== 'card_2') };
      },
    };
    await expect(freeze(bank)).rejects.toThrow(AccountServiceUnavailable);
  });
});

test('a card issued between two tries is frozen, too', async () => {
  await postingUntil(db, customerId, 'acc_2', '2999-01-01T00:00:00.000Z');
  await expect(freeze()).rejects.toThrow();
  await seedLedger(db, customerId, { accounts: ['acc_1', 'acc_2'], cards: ['card_1', 'card_2', 'card_3'] });
  await freeze();
  expect(await holds('card_3')).toEqual([caseId]);
});

test('what a person settled by hand is tried again, but no longer a failure if it is unknown', async () => {
  await begin('card_9');
  await expect(freeze()).rejects.toThrow();
  const id = `${caseId}.1.failed-freeze-accounts.1` as const;
  const task = f.taskOpened('failed-step', { id, step: 'freeze-accounts' });
  await cases.change(caseId, change, () => [task]);
  const handled = { kind: 'task-completed', data: { taskId: id, outcome: 'handled' } } as const;
  await cases.change(caseId, { ...change, by: 'ann' }, () => [handled]);
  expect(await freeze()).toEqual({ accounts: 2, cards: 2 });
});

test('a step that is killed anywhere freezes and records everything once when it is started again', async () => {
  await killedAtEveryCall(async (kill, where) => {
    await begin();
    const mortal = kill(db);
    const bank = ledgerGateway(mortal, tableNames.LEDGER_TABLE);
    await freeze(bank, caseStore(mortal, tableNames.CASE_EVENTS_TABLE)).catch(() => undefined);
    await freeze();
    for (const target of all) expect(await holds(target), where).toEqual([caseId]);
    expect((await kinds()).sort(), where).toEqual(
      ['case-opened', 'freeze-completed', 'freeze-planned', ...Array(4).fill('frozen')].sort(),
    );
  });
});
