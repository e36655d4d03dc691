import { caseStore } from '../case/case-store.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { StepInput, step } from '../shared/step.ts';
import { concludeInvestigation } from './conclude-investigation.ts';

// "Conclude investigation"
const env = readEnv('CASE_EVENTS_TABLE');
const cases = caseStore(dynamo(), env.CASE_EVENTS_TABLE);

export const handler = step(StepInput, async ({ caseId, cycle }, change) => {
  await cases.change(caseId, change, concludeInvestigation(cycle));
});
