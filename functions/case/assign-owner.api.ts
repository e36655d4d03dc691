import * as z from 'zod/mini';
import { policyStore } from '../policy/policy-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId, PersonId } from '../shared/ids.ts';
import { mustSee } from './access.ts';
import { assignOwner } from './assign-owner.ts';
import { caseStore } from './case-store.ts';
import { caseReply } from './case-view.ts';

// POST /cases/{caseId}/owner
const env = readEnv('CASE_EVENTS_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const policies = policyStore(db, env.POLICIES_TABLE);
const path = z.object({ caseId: CaseId });
const body = z.strictObject({ owner: PersonId });

export const handler = api({ path, body }, async ({ command, ...request }) => {
  const { caseId } = request.path;
  const teams = await policies.teams();
  const { change } = request;
  const current = await cases.change(caseId, change, (before) =>
    assignOwner(request.body.owner, request.caller, teams)(mustSee(before, caseId, request)),
  );
  return caseReply(current, request.scope);
});
