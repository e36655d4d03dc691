import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { caseStore, fold } from '../../../functions/case/case-store.ts';
import { caseViewStore } from '../../../functions/case/case-view-store.ts';
import { reportStore } from '../../../functions/case/report-store.ts';
import { customerRecordStore } from '../../../functions/customer/customer-record-store.ts';
import { eraseCustomer } from '../../../functions/customer/erase-customer.ts';
import { exportCustomer } from '../../../functions/customer/export-customer.ts';
import { personStore } from '../../../functions/customer/person-store.ts';
import { vaultStore } from '../../../functions/customer/vault-store.ts';
import { verifyChain } from '../../../functions/shared/chain.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { amir } from '../../support/mail-world.ts';
import { startTables, tableNames } from '../../support/tables.ts';

const { db } = startTables();
const worldOver = (client: typeof db) => ({
  records: customerRecordStore(client, tableNames.CUSTOMER_RECORDS_TABLE),
  people: personStore(client, tableNames.VAULT_TABLE),
  cases: caseStore(client, tableNames.CASE_EVENTS_TABLE),
  views: caseViewStore(client, tableNames.CASE_VIEWS_TABLE),
  reports: reportStore(client, tableNames.CASE_VIEWS_TABLE),
});
const world = worldOver(db);
const vault = vaultStore(db, tableNames.VAULT_TABLE);
const canary = 'Zürafe-7731';

let customerId: string;
let caseId: string;
beforeEach(async () => {
  customerId = newId('cus');
  caseId = newId('case');
  await vault.putContact(customerId, { ...amir, name: canary });
  const textId = await vault.keepText(customerId, 'int_1', `I am ${canary}`);
  const opened = { ...f.opened, data: { ...(f.opened.data as object), customerId } } as typeof f.opened;
  const said = { ...f.said('inbound'), data: { ...(f.said('inbound').data as object), textId } } as typeof f.opened;
  await world.cases.change(caseId, { by: 'app', at: monday }, () => [opened, said, f.closed]);
  await world.reports.claimSubject(customerId, 'card_1', caseId);
  await project();
  const data = { erasureId: `${customerId}.erasure.1`, reason: 'asked-by-the-person' } as const;
  await world.records.change(customerId, { by: 'ann', at: monday }, () => ({ kind: 'erasure-requested', data }));
});

/** What the stream does after each event. */
async function project() {
  const events = await world.cases.history(caseId);
  await world.views.project(fold(events), events.length, []);
}
async function approve() {
  const data = { erasureId: `${customerId}.erasure.1`, decision: 'approved' } as const;
  await world.records.change(customerId, { by: 'mia', at: monday }, () => ({ kind: 'erasure-decided', data }));
}
async function everyTable(): Promise<string> {
  const tables = await Promise.all(
    Object.values(tableNames).map((TableName) => db.send(new ScanCommand({ TableName }))),
  );
  return JSON.stringify(tables.map(({ Items }) => Items));
}

describe('an erasure that is approved', () => {
  test('leaves nothing of the person in any table, and every chain holds', async () => {
    expect(await everyTable()).toContain(canary);
    await approve();
    const after = await eraseCustomer(world, customerId, monday);
    expect(after.erasures[0]).toMatchObject({ status: 'erased' });
    expect(await everyTable()).not.toContain(canary);
    expect(verifyChain(await world.cases.history(caseId))).toMatchObject({ ok: true, length: 4 });
    expect(verifyChain(await world.records.history(customerId))).toMatchObject({ ok: true, length: 3 });
  });

  test('takes the cases out of the list of the person, and leaves them in the statistics', async () => {
    await approve();
    await eraseCustomer(world, customerId, monday);
    await project();
    expect((await world.views.list('customer', customerId, { limit: 10 })).items).toEqual([]);
    const { items } = await world.views.list<{ caseId: string }>('status', 'closed', { limit: 100 });
    expect(items).toContainEqual(expect.objectContaining({ caseId, customerId: '', type: 'lost-card' }));
  });

  test('makes mail impossible, also when a directory sends the contact again', async () => {
    await approve();
    await eraseCustomer(world, customerId, monday);
    await expect(vault.putContact(customerId, amir)).rejects.toThrow(
      expect.objectContaining({ name: 'CustomerErased' }),
    );
    expect(await vault.contact(customerId)).toBeUndefined();
  });

  test('is recorded with how much went, and nothing of whom', async () => {
    await approve();
    await eraseCustomer(world, customerId, monday);
    const last = (await world.records.history(customerId)).at(-1);
    expect(last?.fact).toEqual({
      kind: 'erased',
      data: { erasureId: `${customerId}.erasure.1`, cases: 1, rows: 2 },
    });
  });

  test('that is interrupted anywhere is completed by the next try, and recorded once', async () => {
    await approve();
    const calls = await killedAtEveryCall(async (kill) => {
      await eraseCustomer(worldOver(kill(db)), customerId, monday).catch(() => undefined);
    });
    expect(calls).toBeGreaterThan(0);
    await eraseCustomer(world, customerId, monday);
    expect(await everyTable()).not.toContain(canary);
    const kinds = (await world.records.history(customerId)).map(({ fact }) => fact.kind);
    expect(kinds.filter((kind) => kind === 'erased')).toEqual(['erased']);
    const events = (await world.cases.history(caseId)).map(({ fact }) => fact.kind);
    expect(events.filter((kind) => kind === 'customer-erased')).toEqual(['customer-erased']);
  });
});

test('an erasure that nobody has approved erases nothing', async () => {
  await eraseCustomer(world, customerId, monday);
  expect(await everyTable()).toContain(canary);
});

describe('an export', () => {
  test('has everything that is known of the person, and what happened in their cases', async () => {
    const { vault: rows, cases, records } = await exportCustomer(world, customerId);
    expect(rows).toMatchObject([
      { row: 'contact', contact: { name: canary, email: amir.email } },
      { row: 'text#int_1', text: `I am ${canary}` },
    ]);
    expect(JSON.stringify(rows)).not.toContain('salt');
    expect(cases).toMatchObject([{ caseId, status: 'closed', events: [{ kind: 'case-opened' }, {}, {}] }]);
    expect(records).toMatchObject([{ kind: 'erasure-requested' }]);
  });

  test('of somebody who is not known is not there', () =>
    expect(exportCustomer(world, newId('cus'))).rejects.toThrow(expect.objectContaining({ name: 'CustomerNotFound' })));
});
