import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseNotFound } from '../shared/errors.ts';
import { CaseId } from '../shared/ids.ts';
import { RootNotFound } from '../shared/refusals.ts';
import { proveCase } from './prove-case.ts';
import { rootLogStore } from './root-log-store.ts';
import { storedEventStore } from './stored-event-store.ts';
import { verifyCase } from './verify-case.ts';

// GET /audit/verify?case=; with &size= against the root of that many leaves, which somebody holds
const env = readEnv('CASE_EVENTS_TABLE', 'ROOTS_TABLE');
const db = dynamo();
const events = storedEventStore(db, env.CASE_EVENTS_TABLE);
const roots = rootLogStore(db, env.ROOTS_TABLE);
const query = z.strictObject({ case: CaseId, size: z.optional(z.coerce.number().check(z.int(), z.gte(1))) });

export const handler = api({ query }, async ({ query: { case: caseId, size } }) => {
  const root = size === undefined ? await roots.latest() : await roots.root(size);
  if (!root) throw new RootNotFound(size ?? 0);
  const [items, proved] = await Promise.all([events.from(caseId, 1), proveCase(roots, root, caseId)]);
  if (items.length === 0 && proved.leaves.length === 0) throw new CaseNotFound(caseId);
  return { body: { ...verifyCase(caseId, items, proved), ...proved } };
});
