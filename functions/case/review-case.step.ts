import { ledgerGateway } from '../account/ledger-gateway.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { StepInput, step } from '../shared/step.ts';
import { caseStore } from './case-store.ts';
import { reviewCase } from './review-case.ts';
import { reviewRules } from './review-rules.ts';

// "Review case"
const env = readEnv('CASE_EVENTS_TABLE', 'LEDGER_TABLE');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const bank = ledgerGateway(db, env.LEDGER_TABLE);

export const handler = step(StepInput, (input, change) => reviewCase(cases, bank, reviewRules, input, change));
