import { caseStore } from '../case/case-store.ts';
import { dynamo, secrets } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { now } from '../shared/now.ts';
import { StepInput, step } from '../shared/step.ts';
import { accountGateway } from './account-gateway.ts';
import { freezeAccounts } from './freeze-accounts.ts';

// "Freeze accounts"
const env = readEnv('CASE_EVENTS_TABLE', 'ACCOUNT_SYSTEM');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const bank = accountGateway(db, secrets(), env.ACCOUNT_SYSTEM);

export const handler = step(StepInput, (input, change) => freezeAccounts(cases, bank, input, change, now));
