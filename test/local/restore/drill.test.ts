import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteItemCommand, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { fold } from '../../../functions/case/case-store.ts';
import { caseViewStore } from '../../../functions/case/case-view-store.ts';
import { vaultStore } from '../../../functions/customer/vault-store.ts';
import { waitingFor } from '../../../functions/task/wait.ts';
import { restoreDrill } from '../../../local/restore/drill.ts';
import { isClean, printDrill } from '../../../local/restore/print-drill.ts';
import { auditWorld } from '../../functions/audit/audit-world.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { startTables, tableNames } from '../../support/tables.ts';
import { taskWorld } from '../../support/task-world.ts';

// The names of the stack for the tables of the tests.
const tables = {
  CaseEvents: tableNames.CASE_EVENTS_TABLE,
  CaseViews: tableNames.CASE_VIEWS_TABLE,
  Vault: tableNames.VAULT_TABLE,
  Policies: tableNames.POLICIES_TABLE,
  Roots: tableNames.ROOTS_TABLE,
  Access: tableNames.ACCESS_TABLE,
  Observations: tableNames.OBSERVATIONS_TABLE,
};
const folder = mkdtempSync(join(tmpdir(), 'caseloop-drill-'));
let db: DynamoDBClient;
let caseId: string;
beforeAll(async () => {
  db = startTables().db;
  const world = auditWorld(db);
  const { cases, waits } = taskWorld(db);
  const views = caseViewStore(db, tables.CaseViews);
  for (let n = 0; n < 4; n++) await world.opened(f.frozen('acc_1'), f.frozen('acc_2'));
  await world.opened(...Array.from({ length: 11 }, (_, n) => f.frozen(`acc_${n}`))); // more than one digit
  caseId = await world.opened();
  await world.happens(caseId, f.taskOpened('triage', { in: caseId }));
  const events = await cases.history(caseId);
  await views.project(fold(events), events.length, fold(events).tasks);
  await waits.put(caseId, waitingFor.triage(1), { token: 'a-token', turn: '1' }, monday);
  await vaultStore(db, tables.Vault).keepText('cus_amir', 'int_1', 'I lost my card');
  const sent = { id: `${caseId}.9`, kind: 'mail-bounced', at: monday, data: { letter: 'case-closed' } } as const;
  await world.observations.note(sent);
  await world.publish();
});
const drill = (spoil?: Parameters<typeof restoreDrill>[1]) => restoreDrill({ db, tables, folder }, spoil);
const spoiled = async (spoil: Parameters<typeof restoreDrill>[1]) => {
  const done = await drill(spoil);
  expect(isClean(done)).toBe(false);
  return done.compared.flatMap(({ table, differences }) => differences.map((one) => ({ table, ...one })));
};

test('what is restored is what was there, item by item, with lists made anew from the events', async () => {
  const done = await drill();
  expect(done.compared.flatMap(({ differences }) => differences)).toEqual([]);
  expect(done.rebuilt).toEqual({ removed: 1, cases: 6, tasks: 1 });
  expect(done.chains).toEqual({ checked: 6, published: 6, broken: [] });
  expect(isClean(done)).toBe(true);
  expect(done.exported.map(({ items }) => items > 0)).toEqual([true, true, true, false, true, false, true]);
});

test('the export has the lines that DynamoDB exports a table with', () => {
  const [first = ''] = readFileSync(join(folder, 'CaseEvents.json'), 'utf8').split('\n');
  expect(JSON.parse(first)).toMatchObject({ Item: { caseId: { S: expect.any(String) }, seq: { N: '1' } } });
});

test('it is printed for a person: what was compared, and that nothing differs', async () => {
  const printed = printDrill(await drill(), folder);
  expect(printed).toMatch(/CaseEvents +\d+ of \d+ the same/);
  expect(printed).toContain('no difference');
});

describe('a difference is found:', () => {
  const key = (pk: string, sk: string) => ({ pk: { S: pk }, sk: { S: sk } });

  test('a row of a list that is missing', async () => {
    const remove = (to: DynamoDBClient) =>
      to.send(new DeleteItemCommand({ TableName: tables.CaseViews, Key: key(caseId, 'case') }));
    expect(await spoiled(async (to) => void (await remove(to)))).toEqual([
      { table: 'CaseViews', key: `${caseId} case`, what: 'missing' },
    ]);
  });

  test('a row that was not there before', async () => {
    const add = (to: DynamoDBClient) =>
      to.send(new PutItemCommand({ TableName: tables.CaseViews, Item: key('subject#x', 'subject') }));
    expect(await spoiled(async (to) => void (await add(to)))).toEqual([
      { table: 'CaseViews', key: 'subject#x subject', what: 'not there before' },
    ]);
  });

  test('an event of which one letter is another', async () => {
    const [item] = await auditWorld(db).stored(caseId);
    const Item = { ...item, event: { S: item?.event?.S?.replace('card_1', 'card_2') ?? '' } } as never;
    const change = (to: DynamoDBClient) => to.send(new PutItemCommand({ TableName: tables.CaseEvents, Item }));
    expect(await spoiled(async (to) => void (await change(to)))).toEqual([
      { table: 'CaseEvents', key: `${caseId} 1`, what: 'differs', in: ['event'] },
    ]);
  });
});

test('a list that nobody brought up to date is found: what the events say is something else', async () => {
  const stale = await auditWorld(db).opened();
  const { cases } = taskWorld(db);
  await cases.change(stale, { by: 'ann', at: '2026-11-24T09:00:00.000Z' }, () => [f.closed]);
  const done = await drill();
  expect(done.compared.flatMap(({ differences }) => differences)).toEqual([
    { key: `${stale} case`, what: 'differs', in: ['row', 'statusList'] },
  ]);
});

test('a chain that does not hold is named, with the event', async () => {
  const world = auditWorld(db);
  const [first] = await world.stored(caseId);
  await world.rewrite({ ...first, kind: { S: 'nothing' } });
  const { chains } = await drill();
  expect(chains.broken).toEqual([`${caseId} 1: differs from what stands beside it`]);
});
