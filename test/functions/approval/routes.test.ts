import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { caseStore } from '../../../functions/case/case-store.ts';
import { vaultStore } from '../../../functions/customer/vault-store.ts';
import { policyStore } from '../../../functions/policy/policy-store.ts';
import type { ApiEvent } from '../../../functions/shared/api.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { routes } from '../../../infra/api.ts';
import { startEntries } from '../../support/entries.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { httpEvent } from '../../support/http-event.ts';
import { seedLedger } from '../../support/ledger.ts';
import { tableNames } from '../../support/tables.ts';
import { teams } from '../../support/teams.ts';

const { db } = await startEntries({ agent: 'any', manager: 'any', admin: 'any' });
const cases = caseStore(db, tableNames.CASE_EVENTS_TABLE);
const vault = vaultStore(db, tableNames.VAULT_TABLE);

type Handler = (event: ApiEvent) => Promise<{ statusCode?: number | undefined; body?: string | undefined }>;
const entries: Partial<Record<'ask' | 'list' | 'decide', Handler>> = {};
beforeAll(async () => {
  await policyStore(db, tableNames.POLICIES_TABLE).save('teams', teams, 'adam', monday);
  entries.ask = (await import('../../../functions/approval/request-approval.api.ts')).handler;
  entries.list = (await import('../../../functions/approval/list-approvals.api.ts')).handler;
  entries.decide = (await import('../../../functions/approval/decide-approval.api.ts')).handler;
});

let caseId: string;
beforeEach(async () => {
  caseId = newId('case');
  await seedLedger(db, 'cus_amir', { accounts: ['acc_1'] });
  const facts = [f.opened, f.freezePlanned('acc_1'), f.frozen('acc_1'), f.freezeCompleted];
  await cases.change(caseId, { by: 'app', at: monday }, () => facts);
});

async function call(entry: keyof typeof entries, as: string, sent?: object, headers = {}) {
  const [sub = '', role = 'agent'] = as.split(' ');
  const path = { caseId, approvalId: f.approvalId(1, caseId) };
  const answer = await entries[entry]?.(httpEvent({ path, claims: { sub, roles: `[${role}]` }, body: sent, headers }));
  return { status: answer?.statusCode, body: answer?.body && JSON.parse(answer.body) };
}
const ask = (as = 'ann', note = 'It was found in a drawer') =>
  call('ask', as, { request: f.unfreeze('acc_1'), note }, { 'idempotency-key': 'key' });

describe('an approval', () => {
  test('is asked for by one, decided by another, and carried out', async () => {
    const asked = await ask();
    expect(asked).toMatchObject({ status: 201, body: { items: [{ state: 'requested', requestedBy: 'ann', caseId }] } });
    expect(await ask()).toEqual(asked);
    expect(await call('decide', 'mia manager', { decision: 'approved', note: 'Fine' })).toMatchObject({
      status: 200,
      body: { state: 'carried-out', decidedBy: 'mia' },
    });
    expect((await call('list', 'amy')).body.items).toMatchObject([{ state: 'carried-out' }]);
    expect((await cases.load(caseId)).freeze).toEqual({ acc_1: 'unfrozen' });
  });

  test('is not decided by who asked, nor by a manager of another team, nor twice', async () => {
    await ask('mia manager');
    const types = [];
    for (const as of ['mia manager', 'max manager'])
      types.push((await call('decide', as, { decision: 'approved' })).body.type);
    expect(types).toEqual(['urn:caseloop:problem:own-approval', 'urn:caseloop:problem:manager-needed']);
    expect((await call('decide', 'adam admin', { decision: 'rejected' })).body).toMatchObject({ state: 'rejected' });
    expect(await call('decide', 'adam admin', { decision: 'approved' })).toMatchObject({
      status: 409,
      body: { by: 'adam', decision: 'rejected' },
    });
  });

  test('that nobody asked for, or of a case that there is not, is not there', async () => {
    expect((await call('decide', 'mia manager', { decision: 'approved' })).status).toBe(404);
    caseId = newId('case');
    expect((await call('decide', 'mia manager', { decision: 'approved' })).status).toBe(404);
    expect((await call('list', 'ann')).status).toBe(404);
  });

  test('names what is not right in it', async () => {
    const sent = { request: { action: 'unfreeze', targets: ['acc_1', 'acc_1'] } };
    expect((await call('ask', 'ann', sent)).body.errors).toMatchObject([{ message: 'names something twice' }]);
    const free = { request: { action: 'goodwill-payment', amount: -1, currency: 'euro' } };
    expect((await call('ask', 'ann', free)).status).toBe(400);
  });

  test('keeps its words in the vault', async () => {
    await ask();
    const [{ noteId }] = (await call('list', 'ann')).body.items;
    expect(await vault.text('cus_amir', noteId)).toBe('It was found in a drawer');
    expect(JSON.stringify(await cases.history(caseId))).not.toContain('drawer');
  });
});

test('no approval is asked for or decided by opening a link', () => {
  const acting = routes.filter(({ entry }) => /^approval\/(request|decide)/.test(entry));
  expect(acting.map(({ method }) => method)).toEqual(['POST', 'POST']);
  expect(acting.map(({ callers }) => callers)).not.toContain('public');
});
