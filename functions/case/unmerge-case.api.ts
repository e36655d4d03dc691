import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { mustSee } from './access.ts';
import { caseStore } from './case-store.ts';
import { caseReply } from './case-view.ts';
import { unmergeCase } from './merge-case.ts';

// POST /cases/{caseId}/unmerge: a case of its own again; its run begins when the stream brings it
const env = readEnv('CASE_EVENTS_TABLE');
const cases = caseStore(dynamo(), env.CASE_EVENTS_TABLE);

export const handler = api({ path: z.object({ caseId: CaseId }) }, async (request) => {
  const { caseId } = request.path;
  const seen = mustSee(await cases.load(caseId), caseId, request);
  return caseReply(await unmergeCase(cases, seen, request.change), request.scope);
});
