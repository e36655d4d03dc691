import * as z from 'zod/mini';
import { mustSee } from '../case/access.ts';
import { caseStore, fold } from '../case/case-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { PageQuery, pageOf } from '../shared/page.ts';
import { mailsOf } from './mails-of.ts';

// GET /cases/{caseId}/mails
const env = readEnv('CASE_EVENTS_TABLE');
const cases = caseStore(dynamo(), env.CASE_EVENTS_TABLE);
const path = z.object({ caseId: CaseId });

export const handler = api({ path, query: z.strictObject(PageQuery) }, async (request) => {
  const { caseId } = request.path;
  const events = await cases.history(caseId);
  mustSee(fold(events), caseId, request);
  return { body: pageOf(mailsOf(events), request.query, `mails|${caseId}|${request.caller.id}`) };
});
