import * as z from 'zod/mini';
import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { mustSee } from './access.ts';
import { NoSurvey, Resolution } from './case-fact.ts';
import { caseRulesStore } from './case-rules-store.ts';
import { caseStore } from './case-store.ts';
import { caseReply } from './case-view.ts';
import { closeCase } from './close-case.ts';

// POST /cases/{caseId}/close: by hand, where the run does not do it
const env = readEnv('CASE_EVENTS_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const rules = caseRulesStore(versionStore(db, env.POLICIES_TABLE));
const path = z.object({ caseId: CaseId });
const body = z.strictObject({ resolution: Resolution, noSurvey: z.optional(NoSurvey) });

export const handler = api({ path, body }, async (request) => {
  const { caseId } = request.path;
  const { change } = request;
  const { resolution, noSurvey } = request.body;
  const { reopenDays } = await rules.inForce();
  const current = await cases.change(caseId, change, (before) =>
    closeCase(resolution, request.now, { noSurvey, reopenDays })(mustSee(before, caseId, request)),
  );
  return caseReply(current, request.scope);
});
