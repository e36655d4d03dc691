import { caseStore } from '../case/case-store.ts';
import { vaultStore } from '../customer/vault-store.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { step, WaitingInput } from '../shared/step.ts';
import { startWaiting } from '../task/answer-wait.ts';
import { waitingFor } from '../task/wait.ts';
import { waitStore } from '../task/wait-store.ts';
import { inviteCustomer, unreachable } from './invite-customer.ts';

// "Invite customer": waits for the answer; goes on at once when nobody is asked
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE');
const db = dynamo();
const vault = vaultStore(db, env.VAULT_TABLE);
const world = { cases: caseStore(db, env.CASE_EVENTS_TABLE), waits: waitStore(db, env.CASE_VIEWS_TABLE), runs: sfn() };

export const handler = step(WaitingInput, async ({ caseId, cycle, taskToken, turn }, change) => {
  const { customerId } = await world.cases.load(caseId);
  const decide = inviteCustomer(unreachable(await vault.contact(customerId)), change.at, cycle);
  await startWaiting(world, { caseId, waiting: waitingFor.survey(cycle), taskToken, turn }, change, decide);
});
