import * as z from 'zod/mini';
import { caseStore } from '../case/case-store.ts';
import { cycleOfRun } from '../case/case-workflow.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { isSurveyRun } from '../shared/ids.ts';
import { log } from '../shared/log.ts';
import { now } from '../shared/now.ts';
import { askAPerson } from './ask-a-person.ts';

// Step Functions tells the event bus of a run of a case or a survey that ended badly: somebody takes over
const env = readEnv('CASE_EVENTS_TABLE');
const cases = caseStore(dynamo(), env.CASE_EVENTS_TABLE);
const RunEnded = z.object({
  detail: z.object({ name: z.string(), status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']) }),
});

export const handler = async (event: unknown): Promise<void> => {
  const { name: run, status } = RunEnded.parse(event).detail;
  const caseId = run.slice(0, run.indexOf('-'));
  const at = now();
  log.warn('RUN_ENDED_BADLY', { caseId, run, status });
  const cycle = cycleOfRun(run);
  await cases.change(caseId, { by: 'safety-net', at }, (current) => {
    if (isSurveyRun(run)) return askAPerson('survey-customer', run, at, { cycle })(current);
    return askAPerson('case-run', run, at, { cycle })(current);
  });
};
