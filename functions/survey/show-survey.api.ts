import { caseStore } from '../case/case-store.ts';
import { vaultStore } from '../customer/vault-store.ts';
import { versionStore } from '../policy/version-store.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { definitionStore } from './definition-store.ts';
import { invitationStore } from './invitation-store.ts';
import { openSurvey } from './open-survey.ts';
import { surveyPage } from './survey-page.ts';

// GET /surveys/{token}: shows the form, records nothing; a link of the mail may bring the choice it was clicked for
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE', 'POLICIES_TABLE', 'ORGANISATION');
const db = dynamo();
const world = {
  cases: caseStore(db, env.CASE_EVENTS_TABLE),
  vault: vaultStore(db, env.VAULT_TABLE),
  invitations: invitationStore(db, env.CASE_VIEWS_TABLE),
  definitions: definitionStore(versionStore(db, env.POLICIES_TABLE)),
};

export const handler = surveyPage(world, env.ORGANISATION, ['open', 'answered'], (found, reader, event) =>
  openSurvey(world, found, reader, event.queryStringParameters?.score),
);
