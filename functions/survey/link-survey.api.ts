import * as z from 'zod/mini';
import { mustSee } from '../case/access.ts';
import { caseStore } from '../case/case-store.ts';
import { vaultStore } from '../customer/vault-store.ts';
import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { definitionStore } from './definition-store.ts';
import { findSurvey } from './find-survey.ts';
import { invitationStore } from './invitation-store.ts';
import { SurveyNotOpen } from './refusals.ts';
import { openAsking, showLink } from './survey-link.ts';

// POST /cases/{caseId}/survey/link: a new link, for a client that asks on a page of its own
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE', 'POLICIES_TABLE', 'PUBLIC_URL');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const vault = vaultStore(db, env.VAULT_TABLE);
const invitations = invitationStore(db, env.CASE_VIEWS_TABLE);
const world = { cases, vault, invitations, definitions: definitionStore(versionStore(db, env.POLICIES_TABLE)) };

export const handler = api({ path: z.object({ caseId: CaseId }) }, async (request) => {
  const { caseId } = request.path;
  const current = await cases.change(caseId, request.change, (before) => {
    openAsking(mustSee(before, caseId, request), request.now);
    return [];
  });
  const asking = openAsking(current, request.now);
  const found = await findSurvey(world, await invitations.issue({ caseId, ...asking }), request.now);
  if (!found) throw new SurveyNotOpen(caseId);
  return { status: 201, body: showLink(found, env.PUBLIC_URL) };
});
