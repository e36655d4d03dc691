import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { caseStore } from '../../../functions/case/case-store.ts';
import { caseViewStore } from '../../../functions/case/case-view-store.ts';
import { vaultStore } from '../../../functions/customer/vault-store.ts';
import { policyStore } from '../../../functions/policy/policy-store.ts';
import type { ApiEvent } from '../../../functions/shared/api.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { waitingFor } from '../../../functions/task/wait.ts';
import { startEntries } from '../../support/entries.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { httpEvent } from '../../support/http-event.ts';
import { tableNames } from '../../support/tables.ts';
import { taskWorld } from '../../support/task-world.ts';

const { db, answered } = await startEntries({ agent: 'team', manager: 'team', admin: 'any' });
const cases = caseStore(db, tableNames.CASE_EVENTS_TABLE);
const views = caseViewStore(db, tableNames.CASE_VIEWS_TABLE);
const vault = vaultStore(db, tableNames.VAULT_TABLE);
const { waits } = taskWorld(db);

type Handler = (event: ApiEvent) => Promise<{ statusCode?: number | undefined; body?: string | undefined }>;
let claim: Handler;
let complete: Handler;
let list: Handler;
beforeAll(async () => {
  const team = (name: string) => ({ team: name, manager: 'mia', members: ['ann', 'amy'] });
  const teams = ['cards', 'disputes', 'operations'].map(team);
  const fraud = { team: 'fraud', manager: 'max', members: ['ben'] };
  await policyStore(db, tableNames.POLICIES_TABLE).save('teams', [...teams, fraud], 'adam', monday);
  claim = (await import('../../../functions/task/claim-task.api.ts')).handler;
  complete = (await import('../../../functions/task/complete-task.api.ts')).handler;
  list = (await import('../../../functions/task/list-tasks.api.ts')).handler;
});

let caseId: string;
let taskId: string;
beforeEach(async () => {
  caseId = newId('case');
  taskId = f.taskId('triage', caseId);
  await cases.change(caseId, { by: 'app', at: monday }, () => [f.opened, f.taskOpened('triage', { in: caseId })]);
});

async function call(handler: Handler, by: string, request: Parameters<typeof httpEvent>[0] = {}) {
  const claims = { sub: by, roles: '[agent]' };
  const { statusCode, body } = await handler(httpEvent({ path: { taskId }, claims, ...request }));
  return { status: statusCode, body: body && JSON.parse(body) };
}
const finish = (by: string, body: object = { outcome: 'resolved' }, headers = {}) =>
  call(complete, by, { body, headers });

describe('a task', () => {
  test('is claimed and completed by one of its team, and the run is told', async () => {
    await waits.put(caseId, waitingFor.triage(1), { token: `token-${caseId}`, turn: '' }, monday);
    expect(await call(claim, 'ann')).toMatchObject({
      status: 200,
      body: { assignee: 'ann', status: 'claimed', caseId },
    });
    expect(await finish('ann')).toMatchObject({ status: 200, body: { status: 'completed', completedBy: 'ann' } });
    expect(answered).toContain(`token-${caseId}`);
  });

  test('of another team is not there', async () => {
    expect((await call(claim, 'ben')).status).toBe(404);
    expect((await finish('ben')).body.type).toBe('urn:caseloop:problem:task-not-found');
    const never = await call(claim, 'ann', { path: { taskId: f.taskId('triage', newId('case')) } });
    expect(never.status).toBe(404);
  });

  test('that somebody else has, or has completed, says who', async () => {
    await call(claim, 'ann');
    expect(await call(claim, 'amy')).toMatchObject({ status: 409, body: { by: 'ann' } });
    expect(await finish('amy')).toMatchObject({ status: 409, body: { by: 'ann' } });
    await finish('ann');
    expect(await finish('amy')).toMatchObject({ status: 409, body: { by: 'ann', outcome: 'resolved' } });
    expect((await finish('ann')).status).toBe(200);
  });

  test('completed by two at once is completed once, and the other is told by whom', async () => {
    const both = await Promise.all([finish('ann'), finish('amy', { outcome: 'no-fraud-found' })]);
    const [first, second] = both[0].status === 200 ? both : both.toReversed();
    expect(first).toMatchObject({ status: 200, body: { status: 'completed' } });
    const { completedBy: by, outcome } = first?.body ?? {};
    expect(second).toMatchObject({ status: 409, body: { by, outcome } });
    const kinds = (await cases.history(caseId)).map(({ fact }) => fact.kind);
    expect(kinds.filter((kind) => kind === 'task-completed')).toHaveLength(1);
  });

  test('claimed again changes nothing, and the key of that request is no key for another', async () => {
    await call(claim, 'ann');
    const key = { 'idempotency-key': 'again' };
    const again = await call(claim, 'ann', { headers: key });
    expect(again).toMatchObject({ status: 200, body: { assignee: 'ann' } });
    await finish('ann');
    expect(await call(claim, 'ann', { headers: key })).toEqual(again);
    expect(await finish('ann', { outcome: 'resolved' }, key)).toMatchObject({
      status: 422,
      body: { type: 'urn:caseloop:problem:idempotency-key-reused' },
    });
  });

  test('takes no outcome of another kind', async () => {
    expect(await finish('ann', { outcome: 'refund' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'outcome' }] },
    });
  });

  test('keeps the note in the vault, as it was written first', async () => {
    const key = { 'idempotency-key': 'key' };
    const done = await finish('ann', { outcome: 'resolved', note: 'all is well' }, key);
    expect(await finish('ann', { outcome: 'resolved', note: 'all is well' }, key)).toEqual(done);
    expect((await finish('ann', { outcome: 'resolved', note: 'no it is not' }, key)).status).toBe(422);
    const last = (await cases.history(caseId)).at(-1)?.fact;
    const noteId = last?.kind === 'task-completed' ? (last.data.noteId ?? '') : '';
    expect(await vault.text('cus_amir', noteId)).toBe('all is well');
  });
});

describe('the lists of tasks', () => {
  const listed = async (by: string, query: Record<string, string> = {}) => {
    const { status, body } = await call(list, by, { query });
    return status === 200 ? body.items.map((task: { taskId: string }) => task.taskId) : status;
  };

  test('are one’s own, and those of one’s teams', async () => {
    await call(claim, 'ann');
    const current = await cases.load(caseId);
    await views.project(current, 3, current.tasks);
    expect(await listed('ann')).toContain(taskId);
    expect(await listed('amy')).not.toContain(taskId);
    expect(await listed('amy', { team: 'cards' })).toContain(taskId);
    expect(await listed('ben', { team: 'cards' })).toBe(403);
    expect(await listed('ben', { team: 'fraud' })).toEqual([]);
  });

  test('refuse what they do not know', async () => {
    expect(await listed('ann', { limit: '101' })).toBe(400);
    expect(await listed('ann', { cursor: 'made-up' })).toBe(400);
    expect(await listed('ann', { sort: 'due' })).toBe(400);
  });
});
