import * as z from 'zod/mini';
import { mustSee } from '../case/access.ts';
import { caseStore } from '../case/case-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { PageQuery, pageOf } from '../shared/page.ts';
import { showApprovals } from './show-approvals.ts';

// GET /cases/{caseId}/approvals
const env = readEnv('CASE_EVENTS_TABLE');
const cases = caseStore(dynamo(), env.CASE_EVENTS_TABLE);

const path = z.object({ caseId: CaseId });

export const handler = api({ path, query: z.strictObject(PageQuery) }, async (request) => {
  const { caseId } = request.path;
  const { items, goodwill } = showApprovals(mustSee(await cases.load(caseId), caseId, request));
  return { body: { ...pageOf(items, request.query, `approvals|${caseId}|${request.caller.id}`), goodwill } };
});
