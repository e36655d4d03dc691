import { caseStore } from '../case/case-store.ts';
import { vaultStore } from '../customer/vault-store.ts';
import { versionStore } from '../policy/version-store.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { waitStore } from '../task/wait-store.ts';
import { contactLedgerStore } from './contact-ledger-store.ts';
import { declineSurveys } from './decline-surveys.ts';
import { definitionStore } from './definition-store.ts';
import { invitationStore } from './invitation-store.ts';
import { surveyPage } from './survey-page.ts';

// POST /surveys/{token}/unsubscribe: by the button of the page, or of the mail program (RFC 8058)
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE', 'POLICIES_TABLE', 'ORGANISATION');
const db = dynamo();
const world = {
  cases: caseStore(db, env.CASE_EVENTS_TABLE),
  vault: vaultStore(db, env.VAULT_TABLE),
  ledger: contactLedgerStore(db, env.VAULT_TABLE),
  invitations: invitationStore(db, env.CASE_VIEWS_TABLE),
  definitions: definitionStore(versionStore(db, env.POLICIES_TABLE)),
  waits: waitStore(db, env.CASE_VIEWS_TABLE),
  runs: sfn(),
};

const always = ['open', 'answered', 'declined', 'expired'] as const;
export const handler = surveyPage(world, env.ORGANISATION, always, (found, reader, event) =>
  declineSurveys(world, found, reader, event),
);
