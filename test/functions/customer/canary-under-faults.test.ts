import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { policyStore } from '../../../functions/policy/policy-store.ts';
import type { ApiEvent } from '../../../functions/shared/api.ts';
import { routes } from '../../../infra/api.ts';
import { relationsOf } from '../../roles/matrix.ts';
import { objectsOver } from '../../roles/objects.ts';
import { requests } from '../../roles/requests.ts';
import { canary, number, type Schema, textsIn, withText, word } from '../../support/canary.ts';
import { startEntries } from '../../support/entries.ts';
import { monday } from '../../support/given.ts';
import { httpEvent } from '../../support/http-event.ts';
import { tableNames } from '../../support/tables.ts';
import { teams } from '../../support/teams.ts';

// The same canaries while things go wrong: the table refuses the n-th write of a request, with an error that says all
// that was written, as careless services do. What is answered and logged then must not say it again. And canaries where
// no words belong: in queries, in paths, in the key of a request.

const MOST_WRITES = 3;
let failAt = 0;
let writes = 0;
const careless = async (operation: string, body: string) =>
  operation === 'PutItem' && failAt > 0 && ++writes === failAt
    ? { status: 400, body: JSON.stringify({ __type: 'ValidationException', message: `Not this: ${body}` }) }
    : undefined;
const { db } = await startEntries(
  { admin: 'any' },
  (call) => async (operation, body) => (await careless(operation, body)) ?? call(operation, body),
);
const objectsFor = objectsOver(db);
const said: string[] = [];
beforeAll(async () => {
  await policyStore(db, tableNames.POLICIES_TABLE).save('teams', teams, 'adam', monday);
  for (const level of ['log', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((...line) => said.push(line.map(String).join(' ')));
});
afterAll(() => vi.restoreAllMocks());

type Handler = ((event: ApiEvent) => Promise<{ statusCode?: number; body?: string }>) & {
  shape?: { body?: z.ZodMiniType; query?: z.ZodMiniType };
};
async function handlerOf(entry: string): Promise<Handler> {
  process.env.CALLERS = JSON.stringify({ admin: 'any' });
  return (await import(join(import.meta.dirname, `../../../functions/${entry}.api.ts`))).handler;
}
const textsOf = (schema: z.ZodMiniType | undefined): string[][] =>
  schema ? textsIn(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Schema) : [];
const claims = { sub: 'adam', roles: '[admin]' };
const isSilent = (what: string | undefined, where: string) => {
  for (const secret of [word, number, encodeURIComponent(word)]) expect(what ?? '', where).not.toContain(secret);
};

const signedIn = routes.filter(({ callers }) => callers !== 'public');
const writing = signedIn.filter(
  ({ method, path }) => method !== 'GET' && !/\/policies\/|\/definitions|\/campaigns/.test(path),
);

describe.each(writing.map((row) => [`${row.method} ${row.path}`, row] as const))('%s', (route, row) => {
  test('says nothing of what was written when a write of it fails', async () => {
    const handler = await handlerOf(row.entry);
    for (const path of textsOf(handler.shape?.body)) {
      for (let nth = 1; nth <= MOST_WRITES; nth++) {
        failAt = 0;
        const relation = relationsOf(row.path).find((one) => one === 'own-team' || one === 'others') ?? 'none';
        const objects = await objectsFor(row.path, relation, 'admin');
        const sent = requests[route]?.({ ...objects, me: 'adam', customer: 'cus_somebody', outcome: 'resolved' }) ?? {};
        const event = httpEvent({ route, path: objects, claims, ...sent, body: withText(sent.body, path) });
        [failAt, writes] = [nth, 0];
        const thrown: unknown[] = [];
        const reply = await handler(event).catch((error) => void thrown.push(error));
        expect(thrown, 'what is thrown is logged by the runtime').toEqual([]);
        const status = reply?.statusCode ?? 500;
        if (status >= 400) isSilent(reply?.body, `${path.join('.')}, write ${nth}: ${status}`);
        if (writes < nth) break;
      }
    }
    failAt = 0;
    isSilent(said.join('\n'), 'the log');
  });
});

describe.each(signedIn.map((row) => [`${row.method} ${row.path}`, row] as const))('%s', (route, row) => {
  test('says nothing of what stood where no words belong', async () => {
    const handler = await handlerOf(row.entry);
    const names = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const objects = await objectsFor(row.path, relationsOf(row.path)[0] ?? 'none', 'admin');
    const key = { 'idempotency-key': canary };
    const wrong = [
      ...names.map((name) => ({ path: { ...objects, [name]: canary } })),
      ...textsOf(handler.shape?.query).map(([name = '']) => ({ path: objects, query: { [name]: canary } })),
      {
        path: objects,
        headers: key,
        ...(row.method === 'GET'
          ? {}
          : requests[route]?.({ ...objects, me: 'adam', customer: 'cus_somebody', outcome: 'resolved' })),
      },
      { path: objects, headers: { 'if-match': canary, 'if-none-match': canary } },
    ];
    for (const one of wrong) {
      const reply = await handler(httpEvent({ route, claims, ...one }));
      isSilent(reply.body, JSON.stringify(Object.keys(one)));
    }
    isSilent(said.join('\n'), 'the log');
  });
});

test('nothing of it is in any table but the vault', async () => {
  const names = Object.values(tableNames).filter((name) => name !== tableNames.VAULT_TABLE);
  const tables = await Promise.all(names.map((TableName) => db.send(new ScanCommand({ TableName }))));
  isSilent(JSON.stringify(tables.map(({ Items }) => Items)), 'the tables');
});
