import { caseStore } from '../case/case-store.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { step } from '../shared/step.ts';
import { concludeSurvey } from './conclude-survey.ts';
import { surveyOf } from './survey.ts';
import { ConcludingInput } from './survey-step.ts';

// "Conclude survey"
const env = readEnv('CASE_EVENTS_TABLE');
const cases = caseStore(dynamo(), env.CASE_EVENTS_TABLE);

export const handler = step(ConcludingInput, async ({ caseId, cycle, round }, change) => {
  const of = (current: { cycle: number }) => ({ cycle: cycle ?? current.cycle, round });
  const after = await cases.change(caseId, change, (current) => concludeSurvey(of(current))(current));
  return { outcome: surveyOf(after, of(after))?.status };
});
