import { caseStore } from '../case/case-store.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { StepInput, step } from '../shared/step.ts';
import { concludeSurvey } from './conclude-survey.ts';

// "Conclude survey"
const env = readEnv('CASE_EVENTS_TABLE');
const cases = caseStore(dynamo(), env.CASE_EVENTS_TABLE);

export const handler = step(StepInput, async ({ caseId, cycle }, change) => {
  const { surveys } = await cases.change(caseId, change, concludeSurvey(cycle));
  return { outcome: surveys.at(-1)?.status ?? 'not-asked' };
});
