import { caseStore } from '../case/case-store.ts';
import { vaultStore } from '../customer/vault-store.ts';
import { policyStore } from '../policy/policy-store.ts';
import { versionStore } from '../policy/version-store.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { step } from '../shared/step.ts';
import { startWaiting } from '../task/answer-wait.ts';
import { waitingFor } from '../task/wait.ts';
import { waitStore } from '../task/wait-store.ts';
import { askCustomer } from './ask-customer.ts';
import { contactLedgerStore } from './contact-ledger-store.ts';
import { definitionStore } from './definition-store.ts';
import { noEarlierThan } from './right-moment.ts';
import { rulesStore } from './rules-store.ts';
import { samplingStore } from './sampling-store.ts';
import { AskingInput } from './survey-step.ts';

// "Invite customer": waits for the answer; goes on at once when nobody is asked
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const versions = versionStore(db, env.POLICIES_TABLE);
const world = {
  cases: caseStore(db, env.CASE_EVENTS_TABLE),
  vault: vaultStore(db, env.VAULT_TABLE),
  rules: rulesStore(versions),
  definitions: definitionStore(versions),
  sampling: samplingStore(db, env.VAULT_TABLE, versions),
  ledger: contactLedgerStore(db, env.VAULT_TABLE),
  teams: policyStore(db, env.POLICIES_TABLE).teams,
  waits: waitStore(db, env.CASE_VIEWS_TABLE),
  runs: sfn(),
};

export const handler = step(AskingInput, async ({ caseId, cycle, round, taskToken, turn }, change) => {
  const decide = await askCustomer(world, caseId, { cycle, round }, noEarlierThan(turn, change.at));
  await startWaiting(world, { caseId, waiting: waitingFor.survey(cycle, round), taskToken, turn }, change, decide);
});
