import * as z from 'zod/mini';
import { caseStore } from '../case/case-store.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { readSurveyRun } from '../shared/ids.ts';
import { log } from '../shared/log.ts';
import { step, WaitingInput } from '../shared/step.ts';
import { startWaiting } from './answer-wait.ts';
import { askAPerson } from './ask-a-person.ts';
import { Step } from './task.ts';
import { waitingFor } from './wait.ts';
import { waitStore } from './wait-store.ts';

// "Ask a person": waits until somebody says whether to try the failed step again
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE');
const db = dynamo();
const world = { cases: caseStore(db, env.CASE_EVENTS_TABLE), waits: waitStore(db, env.CASE_VIEWS_TABLE), runs: sfn() };
const input = z.extend(WaitingInput, { failedStep: Step, askedAt: z.string() });

export const handler = step(input, async ({ caseId, run, cycle, taskToken, turn, failedStep, askedAt }, change) => {
  log.warn('STEP_HANDED_TO_A_PERSON', { caseId, step: failedStep });
  const { round } = readSurveyRun(run);
  const waiting = waitingFor.step(cycle, failedStep, round);
  const decide = askAPerson(failedStep, askedAt, change.at, { cycle, round });
  await startWaiting(world, { caseId, waiting, taskToken, turn }, change, decide);
});
