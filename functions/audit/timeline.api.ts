import * as z from 'zod/mini';
import { mustSee } from '../case/access.ts';
import { caseStore, fold } from '../case/case-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { TimelineQuery, timelinePage } from './timeline.ts';

// GET /cases/{caseId}/timeline
const env = readEnv('CASE_EVENTS_TABLE');
const cases = caseStore(dynamo(), env.CASE_EVENTS_TABLE);

export const handler = api({ path: z.object({ caseId: CaseId }), query: TimelineQuery }, async (request) => {
  const { caseId } = request.path;
  const events = await cases.history(caseId);
  mustSee(fold(events), caseId, request);
  return { body: timelinePage(events, request.query, request.scope, `timeline|${caseId}|${request.caller.id}`) };
});
