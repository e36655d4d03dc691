import { caseStore } from '../case/case-store.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { now } from '../shared/now.ts';
import { StepInput, step } from '../shared/step.ts';
import { freezeAccounts } from './freeze-accounts.ts';
import { ledgerGateway } from './ledger-gateway.ts';

// "Freeze accounts"
const env = readEnv('CASE_EVENTS_TABLE', 'LEDGER_TABLE');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const bank = ledgerGateway(db, env.LEDGER_TABLE);

export const handler = step(StepInput, (input, change) => freezeAccounts(cases, bank, input, change, now));
