import { caseStore } from '../case/case-store.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { step, WaitingInput } from '../shared/step.ts';
import { startWaiting } from './answer-wait.ts';
import { openInvestigation } from './open-investigation.ts';
import { waitingFor } from './wait.ts';
import { waitStore } from './wait-store.ts';

// "Work on findings": waits until people have done it
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE');
const db = dynamo();
const world = { cases: caseStore(db, env.CASE_EVENTS_TABLE), waits: waitStore(db, env.CASE_VIEWS_TABLE), runs: sfn() };

export const handler = step(WaitingInput, async ({ caseId, cycle, taskToken, turn }, change) => {
  const waiting = waitingFor.findings(cycle);
  await startWaiting(world, { caseId, waiting, taskToken, turn }, change, openInvestigation(change.at, cycle));
});
