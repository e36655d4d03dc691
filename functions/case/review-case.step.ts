import { accountGateway } from '../account/account-gateway.ts';
import { dynamo, secrets } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { StepInput, step } from '../shared/step.ts';
import { caseStore } from './case-store.ts';
import { reviewCase } from './review-case.ts';
import { reviewRules } from './review-rules.ts';

// "Review case"
const env = readEnv('CASE_EVENTS_TABLE', 'ACCOUNT_SYSTEM');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const bank = accountGateway(db, secrets(), env.ACCOUNT_SYSTEM);

export const handler = step(StepInput, (input, change) => reviewCase(cases, bank, reviewRules, input, change));
