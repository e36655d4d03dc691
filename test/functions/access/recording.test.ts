import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import type { Access } from '../../../functions/access/access.ts';
import { accessStore } from '../../../functions/access/access-store.ts';
import { policyStore } from '../../../functions/policy/policy-store.ts';
import { type ApiEvent, api } from '../../../functions/shared/api.ts';
import { PersonId } from '../../../functions/shared/ids.ts';
import { routes } from '../../../infra/api.ts';
import type { Route } from '../../../infra/route.ts';
import { actors } from '../../roles/matrix.ts';
import { objectsOver } from '../../roles/objects.ts';
import { requests } from '../../roles/requests.ts';
import { startEntries } from '../../support/entries.ts';
import { monday } from '../../support/given.ts';
import { httpEvent } from '../../support/http-event.ts';
import { tableNames } from '../../support/tables.ts';
import { teams } from '../../support/teams.ts';

const { db } = await startEntries({});
const accesses = accessStore(db, tableNames.ACCESS_TABLE);
const objectsFor = objectsOver(db);
const always = { from: '2000-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };
const about = async (whom: string): Promise<Access[]> =>
  (await accesses.list('about', whom, always, { limit: 100 })).items;
let calls = 0;

type Handler = (event: ApiEvent) => Promise<{ statusCode?: number }>;
async function handlerOf(row: Route): Promise<Handler> {
  process.env.CALLERS = JSON.stringify(row.callers);
  return (await import(join(import.meta.dirname, `../../../functions/${row.entry}.api.ts`))).handler;
}

function eventFor(route: string, actor: keyof typeof actors, more: Parameters<typeof httpEvent>[0]): ApiEvent {
  const { id, roles } = actors[actor];
  const event = httpEvent({ route, claims: { sub: id, roles: `[${roles.join(' ')}]` }, ...more });
  return { ...event, requestContext: { ...event.requestContext, requestId: `request-${++calls}` } };
}

beforeAll(() => policyStore(db, tableNames.POLICIES_TABLE).save('teams', teams, 'adam', monday));

describe('every call about a case is recorded under its customer, as the route table stands today', () => {
  // An answer is about somebody only when its link is: with a made-up one nobody is found, and nobody's data is read.
  const byLink = '/cases/{caseId}/survey/answer';
  const named = routes.filter(
    ({ path, callers }) => callers !== 'public' && path !== byLink && /\{(case|task|approval)Id\}/.test(path),
  );
  test.each(named.map((row) => [`${row.method} ${row.path}`, row] as const))('%s', async (route, row) => {
    const handler = await handlerOf(row);
    const objects = await objectsFor(row.path, 'others', 'admin');
    const actor = row.callers !== 'public' && row.callers.manager ? 'manager' : 'service';
    const sent = { ...objects, me: actors[actor].id, customer: 'cus_somebody', outcome: 'resolved' };
    const event = eventFor(route, actor, { path: objects, ...requests[route]?.(sent) });
    await handler(event).catch(() => 'what it answers is for others to check');
    const record = (await about('cus_somebody')).find(({ requestId }) => requestId === event.requestContext.requestId);
    expect(record).toMatchObject({ reader: actors[actor].id, route, caseId: objects.caseId });
  });
});

const row = (route: string): Route => routes.find(({ method, path }) => `${method} ${path}` === route) as Route;

describe('what is refused is recorded, too:', () => {
  test("another customer's case, under whose it is and by whom", async () => {
    const handler = await handlerOf(row('GET /cases/{caseId}'));
    const path = await objectsFor('/cases/{caseId}', 'others', 'customer');
    await handler(eventFor('GET /cases/{caseId}', 'customer', { path }));
    const [last] = (await about('cus_somebody')).slice(-1);
    expect(last).toMatchObject({ reader: 'carl', scope: 'own', status: 404, caseId: path.caseId });
  });

  test('a role that may not call at all, under the case', async () => {
    const handler = await handlerOf(row('GET /cases/{caseId}/sla'));
    const { caseId } = await objectsFor('/cases/{caseId}', 'others', 'customer');
    await handler(eventFor('GET /cases/{caseId}/sla', 'customer', { path: { caseId } }));
    expect(await about(caseId)).toMatchObject([{ reader: 'carl', status: 403, roles: ['customer'] }]);
    expect((await about(caseId))[0]).not.toHaveProperty('scope');
  });
});

test('a customer who looks at their own case is recorded as doing so', async () => {
  const handler = await handlerOf(row('GET /cases/{caseId}'));
  const path = await objectsFor('/cases/{caseId}', 'own', 'customer');
  await handler(eventFor('GET /cases/{caseId}', 'customer', { path }));
  expect(await about('carl')).toMatchObject([{ reader: 'carl', scope: 'own', status: 200 }]);
});

test('a list tells which cases it showed; a list of one customer stands under them', async () => {
  const shows = {
    body: { items: [{ caseId: `case_${'1'.repeat(26)}` }, { taskId: `case_${'2'.repeat(26)}.1.triage` }, {}] },
  };
  process.env.CALLERS = '{"agent":"any"}';
  const handler = api({ query: z.object({ customer: z.optional(PersonId) }) }, async () => shows);
  await handler(eventFor('GET /things', 'agent', {}));
  await handler(eventFor('GET /things', 'agent', { query: { customer: 'cus_list' } }));
  const today = new Date().toISOString().slice(0, 10);
  const cases = [`case_${'1'.repeat(26)}`, `case_${'2'.repeat(26)}`];
  expect((await about(`many#${today}`)).at(-1)).toMatchObject({ route: 'GET /things', shown: cases });
  expect(await about('cus_list')).toMatchObject([{ shown: cases }]);
});

describe('what a caller sends gets into a record only if it is an id', () => {
  test('a request that could not be read leaves none', async () => {
    process.env.CALLERS = '{"agent":"any"}';
    const handler = api({ query: z.strictObject({}) }, async () => ({ body: 'ok' }));
    const before = await accesses.list('reader', 'ann', always, { limit: 100 });
    expect((await handler(eventFor('GET /things', 'agent', { query: { name: 'Maryam' } }))).statusCode).toBe(400);
    expect(await accesses.list('reader', 'ann', always, { limit: 100 })).toEqual(before);
  });

  test('and neither does a name in a path', async () => {
    const handler = await handlerOf(row('GET /cases/{caseId}'));
    await handler(eventFor('GET /cases/{caseId}', 'service', { path: { caseId: 'Maryam Ahmadi' } }));
    const { items } = await accesses.list('reader', 'svc', always, { limit: 100 });
    expect(items.at(-1)).toMatchObject({ status: 403 });
    expect(JSON.stringify(items)).not.toContain('Maryam');
  });
});

describe('when a call cannot be recorded', () => {
  const deaf = async (method: string, status: number) => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    process.env.CALLERS = '{"agent":"any"}';
    process.env.ACCESS_TABLE = 'there-is-no-such-table';
    const handler = api({}, async () => ({ status, body: { secret: 'of a customer' } }));
    process.env.ACCESS_TABLE = tableNames.ACCESS_TABLE;
    const answer = await handler(eventFor(`${method} /things`, 'agent', {}));
    const logged = vi.mocked(console.log).mock.calls.flat().join();
    vi.restoreAllMocks();
    return { ...answer, logged };
  };

  test('nothing is shown, and it says to try again', async () => {
    const { statusCode, body, logged } = await deaf('GET', 200);
    expect(statusCode).toBe(503);
    expect(body).toContain('urn:caseloop:problem:access-not-recorded');
    expect(body).not.toContain('of a customer');
    expect(logged).toContain('ACCESS_NOT_RECORDED');
  });

  test('a change is answered all the same: it stands in the history with who made it', async () => {
    const { statusCode, logged } = await deaf('POST', 201);
    expect(statusCode).toBe(201);
    expect(logged).toContain('AccessesNotRecorded');
  });
});

test('a call costs one write, and the same call again is the same row', async () => {
  const send = vi.fn((command: never) => db.send(command));
  const store = accessStore({ send } as never, tableNames.ACCESS_TABLE);
  const [record] = await about('carl');
  await store.record({ ...(record as Access), about: 'cus_twice' });
  await store.record({ ...(record as Access), about: 'cus_twice', status: 500 });
  expect(send).toHaveBeenCalledTimes(2);
  expect(await about('cus_twice')).toMatchObject([{ status: 200 }]);
});
