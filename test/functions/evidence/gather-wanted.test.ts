import { unzipSync } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import { rootLogStore } from '../../../functions/audit/root-log-store.ts';
import { caseStore } from '../../../functions/case/case-store.ts';
import { contactStore } from '../../../functions/customer/contact-store.ts';
import { customerRecordStore } from '../../../functions/customer/customer-record-store.ts';
import { personStore } from '../../../functions/customer/person-store.ts';
import { vaultStore } from '../../../functions/customer/vault-store.ts';
import { eventBus } from '../../../functions/event-bus/event-bus-gateway.ts';
import { gatherOne, gatherWanted } from '../../../functions/evidence/gather-wanted.ts';
import { gatheredStore } from '../../../functions/evidence/gathered-store.ts';
import { handOut } from '../../../functions/evidence/hand-out.ts';
import { wantedStore } from '../../../functions/evidence/wanted-store.ts';
import { versionStore } from '../../../functions/policy/version-store.ts';
import { runArchiveStore } from '../../../functions/run-archive/run-archive-store.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { after, day, hour, minute } from '../../../functions/shared/now.ts';
import { slaPolicies } from '../../../functions/sla/sla-policies.ts';
import { eventBridge } from '../../support/event-bridge.ts';
import * as f from '../../support/facts.ts';
import { customer, monday } from '../../support/given.ts';
import { amir } from '../../support/mail-world.ts';
import { startTables, tableNames } from '../../support/tables.ts';

const { db } = startTables();
const { told, client } = eventBridge();
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
  bus: eventBus(client, 'default'),
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

async function ask(at = monday, bus = world.bus) {
  const head = (await world.cases.history(caseId)).at(-1)?.hash ?? '';
  return handOut(
    { ...world, bus },
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

const wanted = () => told.filter(({ type, detail }) => type === 'evidence.wanted' && detail.caseId === caseId);

test('whoever waits for evidence has it put together at once, and not with the next sweep', async () => {
  expect((await ask()).body).toMatchObject({ retryAfterSeconds: 10 });
  expect(wanted()).toHaveLength(1);
  expect(await gatherOne(world, caseId, after(monday, 1000))).toEqual({ gathered: 1 });
  expect((await ask(after(monday, 10_000))).type).toBe('application/zip');
});

test('whoever asks again and again has it put together once, and after a minute once more', async () => {
  for (const seconds of [0, 1, 10, 59]) expect((await ask(after(monday, seconds * 1000))).status).toBe(202);
  expect(wanted()).toHaveLength(1);
  await ask(after(monday, minute));
  expect(wanted()).toHaveLength(2);
});

test('when the event bus takes nothing the answer is the same, and the sweep finds who waits', async () => {
  const down = eventBus({ send: () => Promise.reject(new Error('unreachable')) } as typeof client, 'default');
  expect(await ask(monday, down)).toMatchObject({ status: 202, body: { state: 'being-put-together' } });
  await gatherWanted(world, after(monday, hour));
  expect((await ask(after(monday, hour + minute))).type).toBe('application/zip');
});

test('news that comes twice puts it together once', async () => {
  await ask();
  expect(await gatherOne(world, caseId, monday)).toEqual({ gathered: 1 });
  expect(await gatherOne(world, caseId, after(monday, minute))).toEqual({ gathered: 0 });
});

test('when the news and the sweep are at it together, whole evidence is there in the end', async () => {
  await ask();
  await Promise.all([
    gatherWanted(world, after(monday, 2000)),
    gatherOne(world, caseId, after(monday, 1000)),
    gatherOne(world, caseId, after(monday, 3000)),
  ]);
  expect((await ask(after(monday, 10_000))).type).toBe('application/zip');
});

test('whoever began earlier and ends later takes nothing away from whoever began later', async () => {
  await ask();
  await gatherOne(world, caseId, after(monday, 2000));
  await world.gathered.forget(customer, caseId, after(monday, 1000));
  expect((await ask(after(monday, 10_000))).type).toBe('application/zip');
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
