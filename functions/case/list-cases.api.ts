import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PersonId } from '../shared/ids.ts';
import { PageQuery } from '../shared/page.ts';
import { TeamId } from '../task/task.ts';
import type { CaseRow } from './case-view.ts';
import { caseViewStore } from './case-view-store.ts';
import { Standing } from './life-fact.ts';
import { whichList } from './which-list.ts';

// GET /cases?status= | ?customer= | ?team=
const env = readEnv('CASE_VIEWS_TABLE');
const views = caseViewStore(dynamo(), env.CASE_VIEWS_TABLE);
const query = z.strictObject({
  ...PageQuery,
  status: z.optional(Standing),
  customer: z.optional(PersonId),
  team: z.optional(TeamId),
});

export const handler = api({ query }, async (request) => {
  const [list, of] = whichList(request.query, request);
  return { body: await views.list<CaseRow>(list, of, { ...request.query, reader: request.caller.id }) };
});
