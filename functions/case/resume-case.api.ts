import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { mustSee } from './access.ts';
import { caseStore } from './case-store.ts';
import { caseReply } from './case-view.ts';
import { resume } from './wait-for-customer.ts';

// POST /cases/{caseId}/resume: without what the customer was waited for
const env = readEnv('CASE_EVENTS_TABLE');
const cases = caseStore(dynamo(), env.CASE_EVENTS_TABLE);

export const handler = api({ path: z.object({ caseId: CaseId }) }, async (request) => {
  const { caseId } = request.path;
  const { change } = request;
  const current = await cases.change(caseId, change, (before) => resume(mustSee(before, caseId, request)));
  return caseReply(current, request.scope);
});
