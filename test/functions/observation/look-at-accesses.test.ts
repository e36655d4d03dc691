import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Access } from '../../../functions/access/access.ts';
import { accessStore } from '../../../functions/access/access-store.ts';
import { shippedCalendars } from '../../../functions/calendar/shipped-calendars.ts';
import { caseStore } from '../../../functions/case/case-store.ts';
import { contactStore } from '../../../functions/customer/contact-store.ts';
import { vaultStore } from '../../../functions/customer/vault-store.ts';
import { shippedAccessRules } from '../../../functions/observation/access-rules.ts';
import { type LookWorld, lookAtAccesses } from '../../../functions/observation/look-at-accesses.ts';
import { observationStore } from '../../../functions/observation/observation-store.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { after, day, hour } from '../../../functions/shared/now.ts';
import { Killed, killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { startTables, tableNames } from '../../support/tables.ts';
import { teams } from '../../support/teams.ts';

const tuesday = after(monday, 20 * hour);
const november = { from: '2026-11-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' };
type Db = ReturnType<typeof startTables>['db'];
let db: Db;
const worldOver = (client: Pick<Db, 'send'>): LookWorld => ({
  accesses: accessStore(client, tableNames.ACCESS_TABLE),
  observations: observationStore(client, tableNames.OBSERVATIONS_TABLE),
  cases: caseStore(client, tableNames.CASE_EVENTS_TABLE),
  people: contactStore(client, tableNames.VAULT_TABLE),
  policies: { teams: async () => teams, calendars: async () => shippedCalendars },
  ...{ rules: shippedAccessRules, timeZone: 'Europe/Berlin' },
});
const look = (now = tuesday, client: Pick<Db, 'send'> = db) => lookAtAccesses(worldOver(client), now, () => true);
const found = async () =>
  (await observationStore(db, tableNames.OBSERVATIONS_TABLE).list('access', november, { limit: 100 })).items;

let calls = 0;
const reads = (reader: string, more: Partial<Access> = {}, at = monday) =>
  accessStore(db, tableNames.ACCESS_TABLE).record({
    ...{ about: 'cus_amir', at, requestId: `r${++calls}`, reader, roles: ['agent'], scope: 'any' },
    ...{ route: 'GET /cases/{caseId}', status: 200, ...more },
  });
async function opened(team: string): Promise<string> {
  const caseId = newId('case');
  const { data } = f.opened as { data: object };
  await caseStore(db, tableNames.CASE_EVENTS_TABLE).change(caseId, { by: 'app', at: monday }, () => [
    { kind: 'case-opened', data: { ...data, team } } as typeof f.opened,
  ]);
  return caseId;
}
beforeEach(() => {
  db = startTables().db;
});

describe('of a day that is over', () => {
  test('whoever read about a customer of another team is found, and whoever is of that team is not', async () => {
    const caseId = await opened('fraud');
    await reads('ann', { caseId });
    await reads('ben', { caseId });
    expect(await look()).toEqual({ days: 1, readers: 2, calls: 2, found: 1 });
    expect(await found()).toMatchObject([
      { kind: 'no-case-with-them', by: 'ann', about: 'cus_amir', at: monday, data: { count: 1, day: '2026-11-23' } },
    ]);
  });

  test('somebody in no team at all is looked at as well', async () => {
    await reads('eve', { caseId: await opened('cards') });
    expect(await look()).toMatchObject({ readers: 1, found: 1 });
  });

  test('whom they said they are close to is known from their contact', async () => {
    const contact = { name: 'Ann', email: 'ann@bank.example', language: 'en', timeZone: 'Europe/Berlin' } as const;
    await vaultStore(db, tableNames.VAULT_TABLE).putContact('ann', { ...contact, closeTo: ['cus_amir'] });
    await reads('ann', { caseId: await opened('cards') });
    await look();
    expect(await found()).toMatchObject([{ kind: 'somebody-close', by: 'ann', about: 'cus_amir' }]);
  });

  test('customers at what is theirs are not even listed; those who were refused are', async () => {
    await reads('carl', { scope: 'own', roles: ['customer'], about: 'carl' });
    await reads('cora', { scope: 'own', roles: ['customer'], status: 404 });
    expect(await look()).toMatchObject({ readers: 1, found: 0 });
  });
});

test('a day that goes on is not looked at, and one that was looked at never again', async () => {
  await reads('eve');
  expect(await look(after(monday, 5 * hour))).toMatchObject({ days: 1, readers: 0 }); // the day before
  expect(await look(after(monday, 15.5 * hour))).toMatchObject({ days: 0 }); // half an hour after midnight
  expect(await look(tuesday)).toMatchObject({ days: 1, readers: 1 });
  expect(await look(tuesday)).toMatchObject({ days: 0 });
});

test('after an outage every day that was missed is looked at', async () => {
  await look(monday);
  for (const later of [0, 1, 2]) await reads('eve', {}, after(monday, later * day));
  expect(await look(after(monday, 3 * day))).toMatchObject({ days: 3, readers: 3, found: 3 });
});

test('a look that dies anywhere is begun anew and finds the same once', async () => {
  const calls = await killedAtEveryCall(async (kill, where) => {
    db = startTables().db;
    const caseId = await opened('fraud');
    for (const reader of ['ann', 'eve']) await reads(reader, { caseId });
    await look(tuesday, kill(db)).catch((error: unknown) => expect(error, where).toBeInstanceOf(Killed));
    await look(tuesday);
    expect((await found()).map(({ by }) => by).sort(), where).toEqual(['ann', 'eve']);
  });
  expect(calls).toBeGreaterThanOrEqual(8);
});

test('a reader is listed once by each instance of a function, and read once', async () => {
  for (let n = 0; n < 5; n++) await reads('eve'); // five instances
  const one = accessStore(db, tableNames.ACCESS_TABLE);
  const call = {
    about: 'cus_a',
    at: monday,
    reader: 'ann',
    roles: ['agent' as const],
    route: 'GET /cases',
    status: 200,
  };
  for (let n = 0; n < 5; n++) await one.record({ ...call, requestId: `one${n}` });
  const { Count } = await db.send(
    new QueryCommand({
      ...{ TableName: tableNames.ACCESS_TABLE, IndexName: 'byDay', KeyConditionExpression: 'firstOf = :day' },
      ExpressionAttributeValues: { ':day': { S: '2026-11-23' } },
    }),
  );
  expect(Count).toBe(6);
  expect(await look()).toMatchObject({ readers: 2, calls: 10 });
});
