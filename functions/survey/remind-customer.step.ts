import { caseStore } from '../case/case-store.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { step } from '../shared/step.ts';
import { startWaiting } from '../task/answer-wait.ts';
import { waitingFor } from '../task/wait.ts';
import { waitStore } from '../task/wait-store.ts';
import { contactLedgerStore } from './contact-ledger-store.ts';
import { remindOrStop } from './remind-customer.ts';
import { RemindingInput } from './survey-step.ts';

// "Remind customer": waits for the answer once more
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE');
const db = dynamo();
const ledger = contactLedgerStore(db, env.VAULT_TABLE);
const world = { cases: caseStore(db, env.CASE_EVENTS_TABLE), waits: waitStore(db, env.CASE_VIEWS_TABLE), runs: sfn() };

export const handler = step(RemindingInput, async ({ caseId, cycle, round, number, taskToken, turn }, change) => {
  const waiting = waitingFor.survey(cycle, round);
  const { wants } = await ledger.read((await world.cases.load(caseId)).customerId);
  const decide = remindOrStop({ cycle, round }, number, wants);
  await startWaiting(world, { caseId, waiting, taskToken, turn }, change, decide);
});
