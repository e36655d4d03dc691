import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { caseStore } from '../../../functions/case/case-store.ts';
import { vaultStore } from '../../../functions/customer/vault-store.ts';
import { policyStore } from '../../../functions/policy/policy-store.ts';
import type { ApiEvent } from '../../../functions/shared/api.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { startEntries } from '../../support/entries.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { httpEvent } from '../../support/http-event.ts';
import { tableNames } from '../../support/tables.ts';
import { teams } from '../../support/teams.ts';

const { db } = await startEntries({ agent: 'team', manager: 'any', admin: 'any' });
const cases = caseStore(db, tableNames.CASE_EVENTS_TABLE);
const vault = vaultStore(db, tableNames.VAULT_TABLE);

type Handler = (event: ApiEvent) => Promise<{ statusCode?: number | undefined; body?: string | undefined }>;
const routes: Partial<Record<'release' | 'assign' | 'transfer' | 'owner', Handler>> = {};
beforeAll(async () => {
  await policyStore(db, tableNames.POLICIES_TABLE).save('teams', teams, 'adam', monday);
  routes.release = (await import('../../../functions/task/release-task.api.ts')).handler;
  routes.assign = (await import('../../../functions/task/assign-task.api.ts')).handler;
  process.env.CALLERS = JSON.stringify({ agent: 'any', manager: 'any', admin: 'any' });
  routes.transfer = (await import('../../../functions/case/transfer-case.api.ts')).handler;
  routes.owner = (await import('../../../functions/case/assign-owner.api.ts')).handler;
});

let caseId: string;
let taskId: string;
beforeEach(async () => {
  caseId = newId('case');
  taskId = f.taskId('triage', caseId);
  await cases.change(caseId, { by: 'app', at: monday }, () => [f.opened, f.taskOpened('triage', { in: caseId })]);
});

async function call(route: keyof typeof routes, as: string, sent: object, headers = {}) {
  const [sub = '', role = 'agent'] = as.split(' ');
  const event = httpEvent({ path: { taskId, caseId }, claims: { sub, roles: `[${role}]` }, body: sent, headers });
  const { statusCode, body } = (await routes[route]?.(event)) ?? {};
  return { status: statusCode, body: body && JSON.parse(body) };
}

describe('a task', () => {
  test('is handed out by the manager, given back by whoever has it, and handed out again', async () => {
    expect(await call('assign', 'mia manager', { to: 'ann' })).toMatchObject({
      status: 200,
      body: { caseId, assignee: 'ann', status: 'claimed' },
    });
    const back = await call('release', 'ann', { reason: 'overloaded' });
    expect(back).toMatchObject({ status: 200, body: { status: 'open' } });
    expect(back.body).not.toHaveProperty('assignee');
    expect((await call('assign', 'adam admin', { to: 'amy' })).body.assignee).toBe('amy');
  });

  test('of a colleague is theirs: others are told whose decision it is', async () => {
    await call('assign', 'mia manager', { to: 'ann' });
    expect(await call('release', 'amy', { reason: 'absent' })).toMatchObject({
      status: 403,
      body: { type: 'urn:caseloop:problem:manager-needed', team: 'cards' },
    });
    expect((await call('release', 'mia manager', { reason: 'absent' })).status).toBe(200);
  });

  test('of another team is not there', async () => {
    expect((await call('release', 'ben', { reason: 'absent' })).status).toBe(404);
  });

  test('is not given back without a reason that is known', async () => {
    expect(await call('release', 'ann', { reason: 'bored' })).toMatchObject({ status: 400 });
  });
});

describe('a case', () => {
  test('goes to another team with why, the words of it in the vault, and once for a request that comes twice', async () => {
    const key = { 'idempotency-key': 'key' };
    const sent = { team: 'fraud', reason: 'escalated', note: 'Third time this month' };
    const moved = await call('transfer', 'ann', sent, key);
    expect(moved).toMatchObject({ status: 200, body: { team: 'fraud', tasks: [{ kind: 'triage', team: 'fraud' }] } });
    expect(await call('transfer', 'ann', sent, key)).toEqual(moved);
    const history = await cases.history(caseId);
    expect(history).toHaveLength(3);
    const { fact } = history[2] ?? {};
    const noteId = fact?.kind === 'case-transferred' ? (fact.data.noteId ?? '') : '';
    expect(await vault.text('cus_amir', noteId)).toBe('Third time this month');
    expect(JSON.stringify(history)).not.toContain('month');
  });

  test('has an owner of its team', async () => {
    expect((await call('owner', 'ann', { owner: 'ann' })).body.owner).toBe('ann');
    expect((await call('owner', 'amy', { owner: 'amy' })).status).toBe(403);
    expect((await call('owner', 'mia manager', { owner: 'ben' })).body.errors).toMatchObject([{ field: 'owner' }]);
  });
});
