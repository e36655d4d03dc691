import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PageQuery } from '../shared/page.ts';
import { accessStore } from './access-store.ts';
import { AccessQuery, whichAccess } from './which-access.ts';

// GET /audit/access?customer= | ?case= | ?by= | ?day=, with from and to: who was shown what, when, by which route
const env = readEnv('ACCESS_TABLE');
const accesses = accessStore(dynamo(), env.ACCESS_TABLE);
const query = z.strictObject({ ...PageQuery, ...AccessQuery });

export const handler = api({ query }, async ({ query, now, caller }) => {
  const [by, whom, span] = whichAccess(query, now);
  return { body: await accesses.list(by, whom, span, { ...query, reader: caller.id }) };
});
