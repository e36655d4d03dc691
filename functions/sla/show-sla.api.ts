import * as z from 'zod/mini';
import { mustSee } from '../case/access.ts';
import { caseStore, fold } from '../case/case-store.ts';
import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { SlaQuery, showSla } from './show-sla.ts';
import { readClocks } from './sla-clock.ts';
import { slaEventsOf } from './sla-event.ts';
import { slaPolicies } from './sla-policies.ts';

// GET /cases/{caseId}/sla; with ?explain the ledger of each clock
const env = readEnv('CASE_EVENTS_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const policies = slaPolicies(versionStore(db, env.POLICIES_TABLE));

export const handler = api({ path: z.object({ caseId: CaseId }), query: SlaQuery }, async (request) => {
  const { caseId } = request.path;
  const history = await cases.history(caseId);
  mustSee(fold(history), caseId, request);
  const readings = readClocks(slaEventsOf(history, await policies()), request.now);
  return { body: showSla(readings, request.now, request.query) };
});
