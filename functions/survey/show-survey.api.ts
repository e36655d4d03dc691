import { caseStore } from '../case/case-store.ts';
import { vaultStore } from '../customer/vault-store.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { invitationStore } from './invitation-store.ts';

import { surveyForm } from './page/survey-form.ts';
import { scoreFrom } from './score.ts';
import { surveyPage } from './survey-page.ts';

// GET /surveys/{token}: shows the form, records nothing; a link of the mail may bring the score it was clicked for
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE', 'ORGANISATION');
const db = dynamo();
const world = {
  cases: caseStore(db, env.CASE_EVENTS_TABLE),
  vault: vaultStore(db, env.VAULT_TABLE),
  invitations: invitationStore(db, env.CASE_VIEWS_TABLE),
};

export const handler = surveyPage(world, env.ORGANISATION, async ({ caseId }, reader, event) => {
  const preselected = scoreFrom(event.queryStringParameters?.score);
  return surveyForm({ ...reader, caseId, ...(preselected && { preselected }) });
});
