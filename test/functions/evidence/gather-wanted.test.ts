import { unzipSync } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import { rootLogStore } from '../../../functions/audit/root-log-store.ts';
import { caseStore } from '../../../functions/case/case-store.ts';
import { contactStore } from '../../../functions/customer/contact-store.ts';
import { customerRecordStore } from '../../../functions/customer/customer-record-store.ts';
import { personStore } from '../../../functions/customer/person-store.ts';
import { vaultStore } from '../../../functions/customer/vault-store.ts';
import { gatherWanted } from '../../../functions/evidence/gather-wanted.ts';
import { gatheredStore } from '../../../functions/evidence/gathered-store.ts';
import { handOut } from '../../../functions/evidence/hand-out.ts';
import { wantedStore } from '../../../functions/evidence/wanted-store.ts';
import { versionStore } from '../../../functions/policy/version-store.ts';
import { runArchiveStore } from '../../../functions/run-archive/run-archive-store.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { after, day, hour, minute } from '../../../functions/shared/now.ts';
import { slaPolicies } from '../../../functions/sla/sla-policies.ts';
import * as f from '../../support/facts.ts';
import { customer, monday } from '../../support/given.ts';
import { amir } from '../../support/mail-world.ts';
import { startTables, tableNames } from '../../support/tables.ts';

const { db } = startTables();
const world = {
  cases: caseStore(db, tableNames.CASE_EVENTS_TABLE),
  people: personStore(db, tableNames.VAULT_TABLE),
  contacts: contactStore(db, tableNames.VAULT_TABLE),
  archive: runArchiveStore(db, tableNames.RUN_ARCHIVE_TABLE),
  roots: rootLogStore(db, tableNames.ROOTS_TABLE),
  policies: slaPolicies(versionStore(db, tableNames.POLICIES_TABLE)),
  wanted: wantedStore(db, tableNames.CASE_VIEWS_TABLE),
  gathered: gatheredStore(db, tableNames.VAULT_TABLE),
  records: customerRecordStore(db, tableNames.CUSTOMER_RECORDS_TABLE),
  describe: async () => undefined,
  history: () => async () => undefined,
};
let caseId: string;
beforeEach(async () => {
  caseId = newId('case');
  const vault = vaultStore(db, tableNames.VAULT_TABLE);
  await vault.putContact(customer, amir);
  const textId = await vault.keepText(customer, newId('int'), 'It was not me');
  const said = { interactionId: 'int_1', channel: 'app', direction: 'inbound', textId } as const;
  await world.cases.change(caseId, { by: 'app', at: monday }, () => [
    f.opened,
    { kind: 'interaction-recorded', data: said },
  ]);
});

async function ask(at = monday) {
  const head = (await world.cases.history(caseId)).at(-1)?.hash ?? '';
  return handOut(
    world,
    { caseId, customerId: customer, head },
    { caller: { id: 'audrey', roles: [] }, now: at, query: {} },
  );
}
const readings = async () =>
  (await world.records.history(customer)).filter(
    ({ fact }) => fact.kind === 'evidence-read' && fact.data.caseId === caseId,
  );

test('evidence is put together when somebody asks, and is there a minute later', async () => {
  expect(await ask()).toMatchObject({
    status: 202,
    body: { state: 'being-put-together', lookAt: `/cases/${caseId}/evidence` },
  });
  await gatherWanted(world, after(monday, minute));
  const { type, body } = await ask(after(monday, minute));
  expect(type).toBe('application/zip');
  const texts = unzipSync(body as Uint8Array)[`evidence-${caseId}/texts.json`];
  expect(Buffer.from(texts ?? []).toString()).toContain('It was not me');
});

test('whoever takes it is recorded, and whoever only asks is not', async () => {
  await ask();
  expect(await readings()).toEqual([]);
  await gatherWanted(world, monday);
  await ask(after(monday, minute));
  expect(await readings()).toMatchObject([
    { by: 'audrey', fact: { data: { caseId, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } } },
  ]);
});

test('the same case gives the same bytes, put together again', async () => {
  await ask();
  await gatherWanted(world, monday);
  const { body: first } = await ask(monday);
  await world.wanted.want(caseId, monday);
  await gatherWanted(world, after(monday, minute));
  const { body: second } = await ask(after(monday, minute));
  expect(Buffer.compare(first as Uint8Array, second as Uint8Array)).toBe(0);
});

test('what is older than the case, or than an hour, is put together anew', async () => {
  await ask();
  await gatherWanted(world, monday);
  expect((await ask(after(monday, 2 * hour))).status).toBe(202);
  await gatherWanted(world, after(monday, 2 * hour));
  await world.cases.change(caseId, { by: 'app', at: monday }, () => [f.freezeCompleted]);
  expect((await ask(after(monday, 2 * hour))).status).toBe(202);
});

test('it is thrown away after a day', async () => {
  await ask();
  await gatherWanted(world, monday);
  expect(await world.gathered.find(customer, caseId)).toBeDefined();
  await gatherWanted(world, after(monday, day + minute));
  expect(await world.gathered.find(customer, caseId)).toBeUndefined();
});
