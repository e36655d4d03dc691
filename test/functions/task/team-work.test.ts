import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { fold } from '../../../functions/case/case-store.ts';
import { caseViewStore } from '../../../functions/case/case-view-store.ts';
import { policyStore } from '../../../functions/policy/policy-store.ts';
import type { ApiEvent } from '../../../functions/shared/api.ts';
import { caseIdOf, newId } from '../../../functions/shared/ids.ts';
import { after, hour } from '../../../functions/shared/now.ts';
import { startEntries } from '../../support/entries.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { httpEvent } from '../../support/http-event.ts';
import { tableNames } from '../../support/tables.ts';
import { taskWorld } from '../../support/task-world.ts';

// What users of help desks ask of queues: the oldest first, nobody flooded, and no work lost with somebody who is not
// there (chatwoot#5672, #10376, #13050).

const { db } = await startEntries({ agent: 'team', manager: 'any', admin: 'any' });
const { cases, vault } = taskWorld(db);
const views = caseViewStore(db, tableNames.CASE_VIEWS_TABLE);
const policies = policyStore(db, tableNames.POLICIES_TABLE);
const skilled = { skills: { ann: ['law'] }, needs: { triage: 'law' } };

type Handler = (event: ApiEvent) => Promise<{ statusCode?: number | undefined; body?: string | undefined }>;
const routes: Record<string, Handler> = {};
beforeAll(async () => {
  const line = (team: string, more: object = {}) => ({ team, manager: 'mia', members: ['ann', 'amy', 'ada'], ...more });
  const own = { team: 'fraud', manager: 'max', members: ['ben'], next: 'disputes' };
  const lines = [
    line('cards', { cap: 2, next: 'fraud' }),
    own,
    line('disputes'),
    line('operations'),
    line('law', skilled),
  ];
  await policies.save('teams', lines, 'adam', monday);
  const folder = '../../../functions/task';
  routes.next = (await import(`${folder}/take-next.api.ts`)).handler;
  routes.claim = (await import(`${folder}/claim-task.api.ts`)).handler;
  routes.assign = (await import(`${folder}/assign-task.api.ts`)).handler;
  routes.escalate = (await import(`${folder}/escalate-task.api.ts`)).handler;
  routes.team = (await import(`${folder}/show-team.api.ts`)).handler;
  process.env.CALLERS = JSON.stringify({ agent: 'own', manager: 'team', admin: 'any' });
  routes.absence = (await import(`${folder}/say-absent.api.ts`)).handler;
});

async function call(route: string, as: string, path: Record<string, string>, body: object = {}, headers = {}) {
  const [sub = '', role = 'agent'] = as.split(' ');
  const answer = await routes[route]?.(httpEvent({ path, body, headers, claims: { sub, roles: `[${role}]` } }));
  return { status: answer?.statusCode, body: answer?.body ? JSON.parse(answer.body) : undefined };
}

async function list(caseId: string): Promise<void> {
  const events = await cases.history(caseId);
  const current = fold(events);
  await views.project(current, events.length, current.tasks);
}
async function openTask(dueInHours: number, team = 'cards'): Promise<string> {
  const caseId = newId('case');
  const opened = f.taskOpened('triage', { in: caseId, dueAt: after(monday, dueInHours * hour) }) as CaseFact;
  if (opened.kind === 'task-opened') opened.data.team = team;
  await cases.change(caseId, { by: 'app', at: monday }, () => [f.opened, opened]);
  await list(caseId);
  return f.taskId('triage', caseId);
}
/** Everything is done, so that the next test begins with empty queues. */
const made: string[] = [];
const task = async (...about: Parameters<typeof openTask>) => {
  const taskId = await openTask(...about);
  made.push(taskId);
  return taskId;
};
beforeEach(async () => {
  for (const taskId of made.splice(0)) {
    const done = { kind: 'task-completed', data: { taskId, outcome: 'resolved' } } as const;
    await cases.change(caseIdOf(taskId), { by: 'mia', at: monday }, () => [done]);
    await list(caseIdOf(taskId));
  }
  await policies.save('absences', [], 'adam', monday);
});
const next = async (as: string, team = 'cards', headers = {}) => {
  const { status, body } = await call('next', as, { team }, {}, headers);
  if (body?.taskId) await list(body.caseId);
  return body?.taskId ?? status;
};

describe('the next task', () => {
  test('is the one that is due first, whenever it was opened', async () => {
    const [late, soon] = [await task(48), await task(4)];
    expect([await next('ann'), await next('amy'), await next('ada')]).toEqual([soon, late, 204]);
  });

  test('is another for each of two who ask at once', async () => {
    const both = [await task(1), await task(2)];
    const taken = await Promise.all([next('ann'), next('amy')]);
    expect(taken.sort()).toEqual(both.sort());
  });

  test('is the same for a request that comes twice, and its key is no key for another team', async () => {
    await task(1);
    await task(2);
    const key = { 'idempotency-key': `key-${Math.random()}` };
    expect(await next('ann', 'cards', key)).toBe(await next('ann', 'cards', key));
    const { status } = await call('next', 'mia manager', { team: 'cards' }, {}, key);
    expect(status).toBe(200); // of somebody else it is another key
  });

  test('is shown again to whoever asked for it, whatever else of that case they have', async () => {
    const taken = await task(1);
    const caseId = caseIdOf(taken);
    const key = { 'idempotency-key': `key-${Math.random()}` };
    const more = f.taskOpened('follow-up', { in: caseId });
    const given: CaseFact = { kind: 'task-assigned', data: { taskId: f.taskId('follow-up', caseId), to: 'ann' } };
    await cases.change(caseId, { by: 'mia', at: monday }, () => [more, given]);
    made.push(f.taskId('follow-up', caseId));
    expect(await next('ann', 'cards', key)).toBe(taken);
    expect(await next('ann', 'cards', key)).toBe(taken);
  });

  test('is none that has gone to the next line, though the list does not know it yet', async () => {
    const taskId = await task(1);
    const why = { reason: 'beyond-our-authority' };
    expect((await call('escalate', 'ann', { taskId }, why)).status).toBe(200);
    expect(await next('ann')).toBe(204);
    await list(caseIdOf(taskId));
    expect(await next('ben', 'fraud')).toBe(taskId);
  });

  test('is passed over by whoever has not the skill that it takes', async () => {
    const special = await task(1, 'law');
    expect(await next('amy', 'law')).toBe(204);
    expect(await call('claim', 'amy', { taskId: special })).toMatchObject({ status: 409, body: { skill: 'law' } });
    expect(await next('ann', 'law')).toBe(special);
  });
});

describe('a cap', () => {
  test('keeps anyone from having more than the others: not by taking, not by being given', async () => {
    for (const hours of [1, 2, 3]) await task(hours);
    await next('ann');
    await next('ann');
    expect(await next('ann')).toBe(409);
    const [, , third = ''] = made;
    expect(await call('claim', 'ann', { taskId: third })).toMatchObject({ status: 409, body: { cap: 2 } });
    expect((await call('assign', 'mia manager', { taskId: third }, { to: 'ann' })).status).toBe(409);
    expect((await call('assign', 'mia manager', { taskId: third }, { to: 'amy' })).status).toBe(200);
  });

  test('does not count what was done', async () => {
    await task(1);
    await next('ann');
    await cases.change(caseIdOf(made[0] ?? ''), { by: 'ann', at: monday }, () => [
      { kind: 'task-completed', data: { taskId: made[0] ?? '', outcome: 'resolved' } },
    ]);
    await list(caseIdOf(made[0] ?? ''));
    for (const hours of [2, 3]) await task(hours);
    expect([await next('ann'), await next('ann')]).toEqual(made.slice(1));
  });
});

describe('somebody is absent', () => {
  const absent = (as: string, person: string, said: object = { absent: true }) =>
    call('absence', as, { personId: person }, said);

  test('and what they had goes back to the team, in its place by due time', async () => {
    const [first] = [await task(1), await task(2)];
    await next('ann');
    expect(await absent('ann', 'ann')).toMatchObject({ status: 200, body: { person: 'ann', givenBack: [first] } });
    const [last] = (await cases.history(caseIdOf(first))).slice(-1);
    expect(last).toMatchObject({ by: 'ann', fact: { kind: 'task-released', data: { from: 'ann', reason: 'absent' } } });
    await list(caseIdOf(first));
    expect(await next('amy')).toBe(first);
    expect((await absent('ann', 'ann')).body.givenBack).toEqual([]);
  });

  test('and is given nothing until they are back', async () => {
    const taskId = await task(1);
    await absent('mia manager', 'ann');
    const given = await call('assign', 'mia manager', { taskId }, { to: 'ann' });
    expect(given).toMatchObject({ status: 400, body: { errors: [{ field: 'to', message: 'ann is absent' }] } });
    await absent('ann', 'ann', { absent: false });
    expect((await call('assign', 'mia manager', { taskId }, { to: 'ann' })).status).toBe(200);
  });

  test('until a time that has come: then they are there again without a word', async () => {
    const taskId = await task(1);
    await absent('ann', 'ann', { absent: true, until: '2020-01-01T00:00:00.000Z' });
    expect((await call('assign', 'mia manager', { taskId }, { to: 'ann' })).status).toBe(200);
  });

  test('which they, their manager or an administrator may say, and nobody else', async () => {
    expect((await absent('amy', 'ann')).status).toBe(403);
    expect((await absent('max manager', 'ann')).status).toBe(403);
    expect((await absent('adam admin', 'ann')).status).toBe(200);
    expect((await absent('adam admin', 'nobody')).status).toBe(404);
  });
});

describe('the next line', () => {
  test('gets a task with all that is known of it, by whom and why, and nobody has it yet', async () => {
    const taskId = await task(1);
    await next('ann');
    const why = { reason: 'beyond-our-authority', note: 'Ask the lawyers of Amir' };
    const moved = await call('escalate', 'ann', { taskId }, why);
    const { dueAt, openedAt } = (await cases.load(caseIdOf(taskId))).tasks[0] ?? {};
    expect(moved).toMatchObject({
      status: 200,
      body: {
        team: 'fraud',
        status: 'open',
        dueAt,
        openedAt,
        escalations: [{ from: 'cards', by: 'ann', reason: why.reason }],
      },
    });
    const noteId = moved.body.escalations[0].noteId;
    expect(await vault.text('cus_amir', noteId)).toBe(why.note);
    expect((await call('claim', 'amy', { taskId })).status).toBe(404); // it is with team fraud now
    expect((await call('claim', 'ben', { taskId })).status).toBe(200);
  });

  test('is told by whoever has the task, and ends somewhere', async () => {
    const taskId = await task(1);
    await next('ann');
    expect((await call('escalate', 'amy', { taskId }, { reason: 'no-time-left' })).status).toBe(403);
    for (const team of ['fraud', 'disputes']) {
      const { body } = await call('escalate', 'adam admin', { taskId }, { reason: 'no-time-left' });
      expect(body.team).toBe(team);
    }
    expect(await call('escalate', 'adam admin', { taskId }, { reason: 'no-time-left' })).toMatchObject({
      status: 409,
      body: { type: 'urn:caseloop:problem:no-further-line' },
    });
  });
});

test('a team shows its queue, what each of its people has, and who is not there', async () => {
  const [first] = [await task(1), await task(2), await task(3)];
  await next('ann');
  await call('absence', 'ada', { personId: 'ada' }, { absent: true });
  const { body } = await call('team', 'ann', { team: 'cards' });
  expect(first).toBeTruthy();
  expect(body).toMatchObject({ team: 'cards', manager: 'mia', cap: 2, next: 'fraud', queue: { unclaimed: 2 } });
  expect(body.queue.first.taskId).toBe(made[1]);
  expect(body.people).toEqual([
    { person: 'mia', absent: false, holds: 0 },
    { person: 'ann', absent: false, holds: 1 },
    { person: 'amy', absent: false, holds: 0 },
    { person: 'ada', absent: true, holds: 0 },
  ]);
});
