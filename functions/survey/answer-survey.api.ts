import { caseStore } from '../case/case-store.ts';
import { vaultStore } from '../customer/vault-store.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { waitStore } from '../task/wait-store.ts';
import { invitationStore } from './invitation-store.ts';
import { receiveAnswer } from './receive-answer.ts';
import { surveyPage } from './survey-page.ts';

// POST /surveys/{token}: the one way to answer
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE', 'ORGANISATION');
const db = dynamo();
const world = {
  cases: caseStore(db, env.CASE_EVENTS_TABLE),
  vault: vaultStore(db, env.VAULT_TABLE),
  invitations: invitationStore(db, env.CASE_VIEWS_TABLE),
  waits: waitStore(db, env.CASE_VIEWS_TABLE),
  runs: sfn(),
};

export const handler = surveyPage(world, env.ORGANISATION, (survey, reader, event) =>
  receiveAnswer(world, survey, reader, event),
);
