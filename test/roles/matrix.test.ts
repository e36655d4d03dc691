import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policyStore } from '../../functions/policy/policy-store.ts';
import type { ApiEvent } from '../../functions/shared/api.ts';
import { routes } from '../../infra/api.ts';
import type { Route } from '../../infra/route.ts';
import { startEntries } from '../support/entries.ts';
import { monday } from '../support/given.ts';
import { httpEvent } from '../support/http-event.ts';
import { tableNames } from '../support/tables.ts';
import { teams } from '../support/teams.ts';
import { actors, type Cell, cells, relationsOf } from './matrix.ts';
import { type Objects, objectsOver } from './objects.ts';
import { requests } from './requests.ts';

// Every actor at every door, with every object: the real handlers over real tables, each with the callers that its
// row of the route table gives it.

type Handler = (event: ApiEvent) => Promise<{ statusCode?: number | undefined }>;
const { db } = await startEntries({});
const objectsFor = objectsOver(db);
const nameOf = ({ method, path }: Route) => `${method} ${path}`;
let asked = 0;

beforeAll(() => policyStore(db, tableNames.POLICIES_TABLE).save('teams', teams, 'adam', monday));
afterAll(() => process.stdout.write(`roles: ${asked} cells asked, ${routes.length} routes\n`));

describe('the table of roles', () => {
  test('has every route with every relation, each cell once, and no route that there is not', () => {
    const wanted = routes.flatMap((row) =>
      relationsOf(row.path).flatMap((relation) =>
        Object.keys(actors).map((actor) => `${nameOf(row)} ${relation} ${actor}`),
      ),
    );
    expect(cells.map(({ route, relation, actor }) => `${route} ${relation} ${actor}`).sort()).toEqual(wanted.sort());
  });

  test('has an answer in every cell', () => expect(cells.filter(({ status }) => !(status >= 200))).toEqual([]));
});

describe.each(routes.map((row) => [nameOf(row), row] as const))('%s', (route, row) => {
  let handler: Handler;
  beforeAll(async () => {
    process.env.CALLERS = JSON.stringify(row.callers === 'public' ? {} : row.callers);
    const entry = join(import.meta.dirname, `../../functions/${row.entry}.api.ts`);
    ({ handler } = await import(entry));
  });
  // What nobody changes can be asked about by all.
  const kept = new Map<string, Promise<Objects>>();
  function objectsIn({ relation, actor, status }: Cell): Promise<Objects> {
    if (row.method !== 'GET' && status < 300) return objectsFor(row.path, relation, actor);
    const key = `${relation} ${actor}`;
    const objects = kept.get(key) ?? objectsFor(row.path, relation, actor);
    kept.set(key, objects);
    return objects;
  }

  test('answers each role as the table says', async () => {
    const answers: string[] = [];
    const mine = cells.filter((cell) => cell.route === route);
    for (const cell of mine) {
      const { statusCode } = await handler(eventFor(cell, await objectsIn(cell)));
      answers.push(`${cell.relation} ${cell.actor} ${statusCode}`);
      asked++;
    }
    expect(answers).toEqual(mine.map(({ relation, actor, status }) => `${relation} ${actor} ${status}`));
  });

  test('takes no token that nobody has checked', async () => {
    if (row.callers === 'public') return;
    const event = httpEvent({ route, path: await objectsFor(row.path, 'own', 'admin') });
    const { authorizer: _, ...context } = event.requestContext;
    expect((await handler({ ...event, requestContext: context as typeof event.requestContext })).statusCode).toBe(403);
  });
});

function eventFor({ relation, actor, route }: Cell, objects: Objects): ApiEvent {
  const { id, roles } = actors[actor];
  const about = {
    ...objects,
    team: relation === 'none' ? '' : objects.team,
    me: id,
    customer: relation === 'own' ? id : 'cus_somebody',
    outcome: objects.taskId.endsWith('triage') ? 'resolved' : 'legitimate',
  };
  const claims = { sub: id, roles: `[${roles.join(' ')}]` };
  return httpEvent({ route, path: objects, claims, ...requests[route]?.(about) });
}
