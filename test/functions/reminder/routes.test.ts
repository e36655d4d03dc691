import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { caseStore } from '../../../functions/case/case-store.ts';
import { policyStore } from '../../../functions/policy/policy-store.ts';
import { shippedReminders } from '../../../functions/reminder/reminder.ts';
import type { ApiEvent } from '../../../functions/shared/api.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { startEntries } from '../../support/entries.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { httpEvent } from '../../support/http-event.ts';
import { tableNames } from '../../support/tables.ts';

const { db } = await startEntries({ agent: 'team', admin: 'any' });
const cases = caseStore(db, tableNames.CASE_EVENTS_TABLE);

type Handler = (event: ApiEvent) => Promise<{ statusCode?: number | undefined; body?: string | undefined }>;
let acknowledge: Handler;
let put: Handler;
let get: Handler;
beforeAll(async () => {
  const team = (name: string) => ({ team: name, manager: 'mia', members: name === 'fraud' ? ['ben'] : ['ann'] });
  const teams = ['cards', 'disputes', 'operations', 'fraud'].map(team);
  await policyStore(db, tableNames.POLICIES_TABLE).save('teams', teams, 'adam', monday);
  acknowledge = (await import('../../../functions/task/acknowledge-task.api.ts')).handler;
  put = (await import('../../../functions/policy/put-reminders.api.ts')).handler;
  get = (await import('../../../functions/policy/get-reminders.api.ts')).handler;
});

async function call(handler: Handler, by: string, roles: string, request: Parameters<typeof httpEvent>[0] = {}) {
  const { statusCode, body } = await handler(httpEvent({ claims: { sub: by, roles }, ...request }));
  return { status: statusCode, body: body && JSON.parse(body) };
}

describe('a task is acknowledged', () => {
  let caseId: string;
  let taskId: string;
  beforeEach(async () => {
    caseId = newId('case');
    taskId = f.taskId('triage', caseId);
    await cases.change(caseId, { by: 'app', at: monday }, () => [f.opened, f.taskOpened('triage', { in: caseId })]);
  });
  const by = (person: string) => call(acknowledge, person, '[agent]', { path: { taskId } });
  const kinds = async () => (await cases.history(caseId)).map(({ fact }) => fact.kind);

  test('by one of its team, once however often they say so', async () => {
    const { dueAt } = (await cases.load(caseId)).tasks[0] ?? {};
    expect(await by('ann')).toMatchObject({ status: 200, body: { caseId, acknowledged: { ann: dueAt } } });
    expect((await by('ann')).status).toBe(200);
    expect((await kinds()).filter((kind) => kind === 'task-acknowledged')).toHaveLength(1);
  });

  test('by nobody of another team: for them it is not there', async () => {
    expect((await by('ben')).status).toBe(404);
  });

  test('by nobody any more once it is completed, and they are told by whom it was', async () => {
    const outcome = { kind: 'task-completed', data: { taskId, outcome: 'resolved' } } as const;
    await cases.change(caseId, { by: 'mia', at: monday }, () => [outcome]);
    expect(await by('ann')).toMatchObject({ status: 409, body: { by: 'mia', outcome: 'resolved' } });
  });
});

describe('the ladder', () => {
  test('is the one that comes with the service until one is saved, and then the last that was', async () => {
    expect(await call(get, 'adam', '[admin]')).toEqual({ status: 200, body: { version: 0, ...shippedReminders } });
    const rungs = [{ id: 'due', hoursAfterDue: 8, to: 'responsible' }];
    const saved = await call(put, 'adam', '[admin]', { body: { rungs, mailsAWeek: 2 } });
    expect(saved).toMatchObject({ status: 200, body: { version: 1, by: 'adam', rungs, mailsAWeek: 2 } });
    expect((await call(get, 'adam', '[admin]')).body).toEqual(saved.body);
  });

  test('that goes backwards is refused, and the field is named', async () => {
    const rungs = [
      { id: 'due', hoursAfterDue: 8, to: 'responsible' },
      { id: 'escalated', hoursAfterDue: 4, to: 'manager' },
    ];
    const { status, body } = await call(put, 'adam', '[admin]', { body: { rungs } });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { field: 'rungs.1.hoursAfterDue', message: 'must be more than 8, where the rung before it is' },
    ]);
  });
});
