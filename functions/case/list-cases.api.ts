import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PersonId } from '../shared/ids.ts';
import { instant } from '../shared/now.ts';
import { PageQuery } from '../shared/page.ts';
import { TeamId } from '../task/task.ts';
import type { CaseRow } from './case-view.ts';
import { caseViewStore } from './case-view-store.ts';
import { Standing } from './life-fact.ts';
import { whichList } from './which-list.ts';

// GET /cases?status= | ?customer= | ?team=, of any age or not so new
const env = readEnv('CASE_VIEWS_TABLE');
const views = caseViewStore(dynamo(), env.CASE_VIEWS_TABLE);
const query = z.strictObject({
  ...PageQuery,
  status: z.optional(Standing),
  customer: z.optional(PersonId),
  team: z.optional(TeamId),
  openedBefore: z.optional(z.iso.datetime()),
});

export const handler = api({ query }, async (request) => {
  const [list, of] = whichList(request.query, request);
  const { openedBefore, ...page } = request.query;
  const before = openedBefore && instant(Date.parse(openedBefore));
  return { body: await views.list<CaseRow>(list, of, { ...page, before, reader: request.caller.id }) };
});
