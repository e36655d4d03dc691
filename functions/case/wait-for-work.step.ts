import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { step, WaitingInput } from '../shared/step.ts';
import { startWaiting } from '../task/answer-wait.ts';
import { waitingFor } from '../task/wait.ts';
import { waitStore } from '../task/wait-store.ts';
import { caseStore } from './case-store.ts';
import { mustBeWorkedOn } from './wait-for-work.ts';

// "Wait for open work": until people have done and decided all that keeps the case from being closed
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE');
const db = dynamo();
const world = { cases: caseStore(db, env.CASE_EVENTS_TABLE), waits: waitStore(db, env.CASE_VIEWS_TABLE), runs: sfn() };

export const handler = step(WaitingInput, async ({ caseId, cycle, taskToken, turn }, change) => {
  const waiting = waitingFor.work(cycle);
  await startWaiting(world, { caseId, waiting, taskToken, turn }, change, mustBeWorkedOn);
});
