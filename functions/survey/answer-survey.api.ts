import { caseStore } from '../case/case-store.ts';
import { vaultStore } from '../customer/vault-store.ts';
import { versionStore } from '../policy/version-store.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { waitStore } from '../task/wait-store.ts';
import { ballotStore } from './ballot-store.ts';
import { definitionStore } from './definition-store.ts';
import { invitationStore } from './invitation-store.ts';
import { lastAnswerStore } from './last-answer-store.ts';
import { receiveAnswer } from './receive-answer.ts';
import { rulesStore } from './rules-store.ts';
import { surveyPage } from './survey-page.ts';

// POST /surveys/{token}: the one way to answer; what comes late is kept, too
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE', 'POLICIES_TABLE', 'ORGANISATION');
const db = dynamo();
const versions = versionStore(db, env.POLICIES_TABLE);
const world = {
  cases: caseStore(db, env.CASE_EVENTS_TABLE),
  vault: vaultStore(db, env.VAULT_TABLE),
  invitations: invitationStore(db, env.CASE_VIEWS_TABLE),
  definitions: definitionStore(versions),
  rules: rulesStore(versions),
  lastAnswers: lastAnswerStore(db, env.VAULT_TABLE),
  ballots: ballotStore(db, env.CASE_VIEWS_TABLE),
  waits: waitStore(db, env.CASE_VIEWS_TABLE),
  runs: sfn(),
};

export const handler = surveyPage(world, env.ORGANISATION, ['open', 'answered', 'expired'], (found, reader, event) =>
  receiveAnswer(world, found, reader, event),
);
