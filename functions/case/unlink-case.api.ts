import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { mustSee } from './access.ts';
import { caseStore } from './case-store.ts';
import { caseReply } from './case-view.ts';
import { partFamily } from './merge-case.ts';

// DELETE /cases/{caseId}/links/{other}: neither parent nor child of it any more
const env = readEnv('CASE_EVENTS_TABLE');
const cases = caseStore(dynamo(), env.CASE_EVENTS_TABLE);

export const handler = api({ path: z.object({ caseId: CaseId, other: CaseId }) }, async (request) => {
  const { caseId, other } = request.path;
  const seen = mustSee(await cases.load(caseId), caseId, request);
  return caseReply(await partFamily(cases, seen, other, request.change), request.scope);
});
