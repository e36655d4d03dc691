import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../../../functions/shared/ids.ts';
import { day, after as plus } from '../../../functions/shared/now.ts';
import { contactLedgerStore } from '../../../functions/survey/contact-ledger-store.ts';
import { ConditionFailed, Database } from '../../../local/table/database.ts';
import { monday } from '../../support/given.ts';
import { startTables, tableNames } from '../../support/tables.ts';

const { db } = startTables();
const ledger = contactLedgerStore(db, tableNames.VAULT_TABLE);
const rule = { most: 3, inDays: 90, consent: 'opt-out' as const };
const claim = (who: string, about: string, at = monday, more = {}) =>
  ledger.claim(who, about, at, { ...rule, ...more });

/** DynamoDB in memory; whoever asks waits their turn, so that the claims of one person cross each other. */
function inMemory(): { client: Pick<DynamoDBClient, 'send'>; written: () => number } {
  let writes = 0;
  const database = new Database({ vault: { partition: 'personId', sort: 'sk' } }, () => {
    writes++;
  });
  const send = async (command: { input: object; constructor: { name: string } }) => {
    await null;
    try {
      return database.call(command.constructor.name.replace('Command', ''), command.input);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      throw new ConditionalCheckFailedException({ message: '', $metadata: {} });
    }
  };
  return { client: { send } as unknown as Pick<DynamoDBClient, 'send'>, written: () => writes };
}

describe('the budget of contacts', () => {
  test('is one for all surveys of a person, and each request takes from it once, however often it is tried', async () => {
    const who = newId('cus');
    expect(await claim(who, 'case_a.1.1')).toBe('claimed');
    expect(await claim(who, 'campaign_x')).toBe('claimed');
    expect(await claim(who, 'campaign_x')).toBe('claimed');
    expect(await claim(who, 'case_b.1.1')).toBe('claimed');
    expect(await claim(who, 'case_c.1.1')).toBe('contact-budget-spent');
    expect((await ledger.read(who)).asked.map(({ about }) => about)).toEqual([
      'case_a.1.1',
      'campaign_x',
      'case_b.1.1',
    ]);
  });

  test('comes back as time passes', async () => {
    const who = newId('cus');
    for (const about of ['a', 'b', 'c']) await claim(who, about);
    expect(await claim(who, 'd', plus(monday, 90 * day - 1))).toBe('contact-budget-spent');
    expect(await claim(who, 'd', plus(monday, 90 * day))).toBe('claimed');
  });

  test.each([
    { closes: 100_000, customers: 20_000, most: 1 },
    { closes: 2_000, customers: 100, most: 3 },
  ])(
    'is never exceeded when $closes cases of $customers customers close at once, and each claim is one write',
    async ({ closes, customers, most }) => {
      const { client, written } = inMemory();
      const crowd = contactLedgerStore(client, 'vault');
      const at = Array.from({ length: closes }, (_, n) => ({ who: `cus_${n % customers}`, about: `case_${n}` }));
      const answers = await Promise.all(at.map(({ who, about }) => crowd.claim(who, about, monday, { ...rule, most })));
      expect(answers.filter((one) => one === 'claimed')).toHaveLength(customers * most);
      expect(answers.filter((one) => one === 'contact-budget-spent')).toHaveLength(closes - customers * most);
      expect(written()).toBe(customers * most);
      for (let n = 0; n < customers; n++) expect((await crowd.read(`cus_${n}`)).asked).toHaveLength(most);
    },
    120_000,
  );

  test('is never exceeded in any window, whoever asks whenever, in any order, at once or after one another', async () => {
    const request = fc.record({ about: fc.nat(12), dayOf: fc.nat(200), at: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 25 }), fc.integer({ min: 1, max: 4 }), async (requests, most) => {
        const who = newId('cus');
        const ordered = requests.toSorted((a, b) => a.dayOf - b.dayOf);
        for (const { about, dayOf, at } of ordered) {
          const twins = at ? [about, about + 100, about + 200] : [about];
          await Promise.all(twins.map((one) => claim(who, `${one}`, plus(monday, dayOf * day), { most, inDays: 30 })));
        }
        const { asked } = await ledger.read(who);
        for (const { at: begin } of asked) {
          const window = asked.filter(({ at }) => at >= begin && at < plus(begin, 30 * day));
          expect(window.length).toBeLessThanOrEqual(most);
        }
        expect(new Set(asked.map(({ about }) => about)).size).toBe(asked.length);
      }),
      { numRuns: 25 },
    );
  });
});

describe('what somebody wants', () => {
  test('holds for every survey: whoever opted out is not asked, and asking again takes nothing', async () => {
    const who = newId('cus');
    await ledger.wish(who, 'no', monday);
    expect(await claim(who, 'a')).toBe('opted-out');
    expect((await ledger.read(who)).asked).toEqual([]);
    await ledger.wish(who, 'yes', plus(monday, day));
    expect(await claim(who, 'a')).toBe('claimed');
  });

  test('is not guessed where silence is no consent', async () => {
    const who = newId('cus');
    expect(await claim(who, 'a', monday, { consent: 'opt-in' })).toBe('no-consent');
    await ledger.wish(who, 'yes', monday);
    expect(await claim(who, 'a', monday, { consent: 'opt-in' })).toBe('claimed');
  });

  test('is kept while requests are claimed at the same moment', async () => {
    const who = newId('cus');
    await Promise.all([claim(who, 'a'), ledger.wish(who, 'no', monday), claim(who, 'b')]);
    expect(await ledger.read(who)).toMatchObject({ wants: 'no', wantsSince: monday });
    expect(await claim(who, 'c')).toBe('opted-out');
  });
});
