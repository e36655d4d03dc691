import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { ledgerGateway } from '../../../functions/account/ledger-gateway.ts';
import { AccountServiceUnavailable } from '../../../functions/shared/errors.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { hour, after as later, minute, now } from '../../../functions/shared/now.ts';
import { misbehaviours } from '../../../local/bank/misbehaviours.ts';
import { newKey, startBankWorld } from '../../support/bank.ts';
import { monday } from '../../support/given.ts';
import { postingUntil, seedLedger } from '../../support/ledger.ts';
import { startTables, tableNames } from '../../support/tables.ts';

const { db } = startTables();
const world = await startBankWorld(db);
const { bank } = world;
const ledger = ledgerGateway(db, tableNames.LEDGER_TABLE);
const down = AccountServiceUnavailable;

let customerId: string;
let gateway = world.instance();
beforeEach(async () => {
  const Key = { pk: { S: 'circuit' }, sk: { S: 'account-system' } };
  await db.send(new DeleteItemCommand({ TableName: tableNames.LEDGER_TABLE, Key }));
  world.at(now);
  bank.behave();
  bank.asked.length = 0;
  gateway = world.instance();
  customerId = newId('cus');
  await seedLedger(db, customerId, { accounts: ['acc_1'], cards: ['card_1'] });
});
const holdsOf = async () => (await ledger.holdings(customerId)).cards[0]?.frozen;

describe('a bank that answers over HTTP is asked like the reference ledger', () => {
  test('the holdings of a customer are the same', async () => {
    expect(await gateway.holdings(customerId)).toEqual(await ledger.holdings(customerId));
    expect(await gateway.holdings('cus_nobody')).toEqual({ home: '', accounts: [], cards: [] });
  });

  test('a card is frozen and unfrozen, however often it is said', async () => {
    for (let i = 0; i < 2; i++) expect(await gateway.freeze(customerId, 'card_1', 'case_1')).toBe('frozen');
    expect(await holdsOf()).toBe(true);
    for (let i = 0; i < 2; i++) expect(await gateway.unfreeze(customerId, 'card_1', 'case_1')).toBe('unfrozen');
    expect(await holdsOf()).toBe(false);
    expect(await gateway.freeze(customerId, 'card_9', 'case_1')).toBe('unknown');
  });

  test('the bookings of an account come complete over several pages', async () => {
    const accountId = newId('acc');
    const bookings = Array.from({ length: 230 }, (_, i) => ({
      ...{ transactionId: `tx_${i}`, accountId, at: later(monday, i * hour), amount: 100 + i },
      ...{ currency: 'EUR', merchant: `shop ${i}`, country: 'DE', ...(i % 2 && { cardId: 'card_1' }) },
    }));
    await seedLedger(db, customerId, { bookings });
    expect(await gateway.transactions(accountId, later(monday, hour))).toEqual(bookings.slice(1));
    expect(bank.asked).toHaveLength(3);
  });

  test('while the bank posts bookings it is asked again, and then the step is', async () => {
    await postingUntil(db, customerId, 'card_1', later(now(), minute));
    await expect(gateway.freeze(customerId, 'card_1', 'case_1')).rejects.toThrow(down);
    expect(bank.asked.map(({ status }) => status)).toEqual([409, 409, 409]);
  });
});

describe('a bank that misbehaves once is asked again, and the card is frozen', () => {
  const passing = Object.entries(misbehaviours).filter(([name]) => name !== 'isDownForMaintenance');
  test.each(passing)('%s', async (_name, misbehave) => {
    bank.misbehave(misbehave);
    expect(await gateway.freeze(customerId, 'card_1', 'case_1')).toBe('frozen');
    expect(await holdsOf()).toBe(true);
    const keys = new Set(bank.asked.map(({ idempotencyKey }) => idempotencyKey));
    expect(bank.asked.length).toBeGreaterThan(1);
    expect(keys.size, 'a repetition has the key of the first try').toBe(1);
  });

  test.each(passing)('%s, and the holdings are read', async (_name, misbehave) => {
    bank.misbehave(misbehave);
    expect((await gateway.holdings(customerId)).cards).toHaveLength(1);
  });
});

describe('a bank that goes on misbehaving ends in an error that the workflow knows', () => {
  test.each(Object.entries(misbehaviours))('%s', async (_name, misbehave) => {
    bank.misbehave(misbehave, misbehave, misbehave);
    await expect(gateway.holdings(customerId)).rejects.toThrow(down);
    expect(bank.asked.length).toBeLessThanOrEqual(3);
  });

  test('a bank that is down for an hour is not asked again after a moment', async () => {
    bank.misbehave(misbehaviours.isDownForMaintenance);
    await expect(gateway.holdings(customerId)).rejects.toThrow(down);
    expect(bank.asked).toHaveLength(1);
  });

  test('what is asked again is bounded: a hundred failing calls are not three hundred requests', async () => {
    for (let i = 0; i < 100; i++) {
      bank.misbehave(...Array(3).fill(misbehaviours.limitsTheRate));
      await gateway.holdings(customerId).catch(() => undefined);
      bank.behave();
    }
    expect(bank.asked.length).toBeLessThanOrEqual(110);
  });
});

describe('each request is signed', () => {
  test('with a key whose public half is all the bank has', async () => {
    await gateway.holdings(customerId);
    expect(bank.asked).toMatchObject([{ keyId: '2026-11', status: 200 }]);
  });

  test('a request that somebody recorded and sends again is refused', async () => {
    const sent: [string, RequestInit][] = [];
    const real = globalThis.fetch;
    globalThis.fetch = (url, options = {}) => {
      sent.push([String(url), options]);
      return real(url, options);
    };
    await gateway.freeze(customerId, 'card_1', 'case_1').finally(() => {
      globalThis.fetch = real;
    });
    const [[url, { method, headers }] = ['', {}]] = sent;
    const again = (to: string, more = {}) =>
      fetch(to, { method: method ?? '', headers: { ...(headers as object), ...more } });
    expect((await again(url)).status).toBe(401);
    expect((await again(url.replace('card_1', 'acc_1'))).status, 'for another account').toBe(401);
    expect((await again(url, { 'idempotency-key': 'another' })).status, 'with another key').toBe(401);
  });

  test('when the key is changed, the new one is read and nobody notices', async () => {
    await gateway.holdings(customerId);
    const next = newKey('2027-01');
    Object.assign(world.keys, { [next.keyId]: next.publicKey });
    world.vault.secret = next.secret;
    const before = world.vault.reads;
    expect((await gateway.holdings(customerId)).cards, 'both are good for a while').toHaveLength(1);
    delete world.keys['2026-11'];
    expect((await gateway.holdings(customerId)).cards).toHaveLength(1);
    expect(world.vault.reads - before).toBe(1);
    expect(bank.asked.map(({ keyId, status }) => [keyId, status])).toEqual([
      ['2026-11', 200],
      ['2026-11', 200],
      ['2026-11', 401],
      ['2027-01', 200],
    ]);
  });
});

describe('while the bank is down', () => {
  const breakDown = async () => {
    for (let i = 0; i < 5; i++) {
      bank.misbehave(misbehaviours.isDownForMaintenance);
      await gateway.holdings(customerId).catch(() => undefined);
    }
    bank.asked.length = 0;
  };

  test('it is left alone, also by functions that start cold', async () => {
    await breakDown();
    for (const one of [gateway, world.instance()]) {
      await expect(one.holdings(customerId)).rejects.toThrow('it was down a moment ago');
    }
    expect(bank.asked).toEqual([]);
  });

  test('after half a minute one of many asks for all, and when it is back all do', async () => {
    await breakDown();
    world.at(() => later(now(), minute));
    const many = Array.from({ length: 8 }, () => world.instance());
    const first = await Promise.allSettled(many.map((one) => one.holdings(customerId)));
    expect(first.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(bank.asked).toHaveLength(1);
    expect((await world.instance().holdings(customerId)).cards).toHaveLength(1);
  });

  test('when it is still down, all wait another half minute', async () => {
    await breakDown();
    world.at(() => later(now(), minute));
    bank.misbehave(misbehaviours.isDownForMaintenance);
    await expect(world.instance().holdings(customerId)).rejects.toThrow(down);
    await expect(world.instance().holdings(customerId)).rejects.toThrow('it was down a moment ago');
    expect(bank.asked).toHaveLength(1);
  });

  test('a bank that only limits the rate is not called down', async () => {
    for (let i = 0; i < 10; i++) {
      bank.misbehave(misbehaviours.limitsTheRate);
      await gateway.holdings(customerId).catch(() => undefined);
    }
    expect((await gateway.holdings(customerId)).cards).toHaveLength(1);
  });
});
