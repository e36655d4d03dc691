import { caseStore } from '../case/case-store.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { StepInput, step } from '../shared/step.ts';
import { acknowledgeComplaint } from './acknowledge-complaint.ts';

// "Acknowledge complaint"
const env = readEnv('CASE_EVENTS_TABLE');
const cases = caseStore(dynamo(), env.CASE_EVENTS_TABLE);

export const handler = step(StepInput, async ({ caseId, cycle }, change) => {
  await cases.change(caseId, change, acknowledgeComplaint(change.at, cycle));
});
