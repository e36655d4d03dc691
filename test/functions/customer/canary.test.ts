import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { policyStore } from '../../../functions/policy/policy-store.ts';
import type { ApiEvent } from '../../../functions/shared/api.ts';
import { routes } from '../../../infra/api.ts';
import { relationsOf } from '../../roles/matrix.ts';
import { objectsOver } from '../../roles/objects.ts';
import { requests } from '../../roles/requests.ts';
import { number, type Schema, textsIn, withText, word } from '../../support/canary.ts';
import { startEntries } from '../../support/entries.ts';
import { monday } from '../../support/given.ts';
import { httpEvent } from '../../support/http-event.ts';
import { tableNames } from '../../support/tables.ts';
import { teams } from '../../support/teams.ts';

// A canary in every field of every route that takes words: the fields are read from the schemas that the entries read
// by, so that a new one cannot be forgotten.
// What an administrator calls things by is about no person, and stands where it is used.
const namesOfThings = /\/policies\/|\/surveys\/definitions|\/campaigns/;

type Handler = ((event: ApiEvent) => Promise<{ statusCode?: number; body?: string }>) & {
  shape?: { body?: z.ZodMiniType };
};
const { db } = await startEntries({ admin: 'any' });
const objectsFor = objectsOver(db);
const said: string[] = [];
beforeAll(async () => {
  await policyStore(db, tableNames.POLICIES_TABLE).save('teams', teams, 'adam', monday);
});
afterEach(() => vi.restoreAllMocks());

async function everythingBut(vault: string): Promise<string> {
  const names = Object.values(tableNames).filter((name) => name !== vault);
  const tables = await Promise.all(names.map((TableName) => db.send(new ScanCommand({ TableName }))));
  return JSON.stringify(tables.map(({ Items }) => Items));
}

const writing = routes.filter(
  (row) => row.method !== 'GET' && row.callers !== 'public' && !namesOfThings.test(row.path),
);

describe.each(writing.map((row) => [`${row.method} ${row.path}`, row] as const))('%s', (route, row) => {
  test('keeps what is written in the vault, and nowhere else', async () => {
    process.env.CALLERS = JSON.stringify({ admin: 'any' });
    for (const level of ['log', 'warn', 'error'] as const) {
      vi.spyOn(console, level).mockImplementation((...line) => said.push(line.join(' ')));
    }
    const { handler } = (await import(join(import.meta.dirname, `../../../functions/${row.entry}.api.ts`))) as {
      handler: Handler;
    };
    const schema = handler.shape?.body;
    if (!schema) return;
    const paths = textsIn(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Schema);
    for (const path of paths) {
      const relation = relationsOf(row.path).find((one) => one === 'own-team' || one === 'others') ?? 'none';
      const objects = await objectsFor(row.path, relation, 'admin');
      const about = { ...objects, me: 'adam', customer: 'cus_somebody', outcome: 'resolved' };
      const sent = requests[route]?.(about) ?? {};
      const body = withText(sent.body, path);
      const claims = { sub: 'adam', roles: '[admin]' };
      const reply = await handler(httpEvent({ route, path: objects, claims, ...sent, body }));
      if ((reply.statusCode ?? 500) >= 400) expect(reply.body, path.join('.')).not.toContain(word);
    }
    const elsewhere = await everythingBut(tableNames.VAULT_TABLE);
    for (const secret of [word, number]) {
      expect(elsewhere).not.toContain(secret);
      expect(said.join('\n')).not.toContain(secret);
    }
  });
});

test('the words are in the vault, without the number of the card', async () => {
  const { Items } = await db.send(new ScanCommand({ TableName: tableNames.VAULT_TABLE }));
  const texts = (Items ?? []).flatMap(({ text }) => (text?.S?.includes(word) ? [text.S] : []));
  expect(texts.length).toBeGreaterThan(4);
  expect(new Set(texts)).toEqual(new Set([`${word} •••• •••• •••• 1111`]));
});
