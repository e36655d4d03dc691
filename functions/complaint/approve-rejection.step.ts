import { caseStore } from '../case/case-store.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { step, WaitingInput } from '../shared/step.ts';
import { startWaiting } from '../task/answer-wait.ts';
import { waitingFor } from '../task/wait.ts';
import { waitStore } from '../task/wait-store.ts';
import { approveRejection } from './approve-rejection.ts';
import { responseTo } from './complaint.ts';

// "Approve rejection": waits until a second person has decided
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE');
const db = dynamo();
const world = { cases: caseStore(db, env.CASE_EVENTS_TABLE), waits: waitStore(db, env.CASE_VIEWS_TABLE), runs: sfn() };

export const handler = step(WaitingInput, async ({ caseId, cycle, taskToken, turn }, change) => {
  const by = responseTo(await world.cases.load(caseId))?.completedBy ?? change.by;
  const waiting = waitingFor.approval(cycle);
  await startWaiting(world, { caseId, waiting, taskToken, turn }, { ...change, by }, approveRejection(cycle));
});
