import * as z from 'zod/mini';
import { caseStore } from '../case/case-store.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { step, WaitingInput } from '../shared/step.ts';
import { startWaiting } from '../task/answer-wait.ts';
import { waitingFor } from '../task/wait.ts';
import { waitStore } from '../task/wait-store.ts';
import { ComplaintStage } from './complaint.ts';
import { openStage } from './open-stage.ts';

// "Assess complaint", "Investigate complaint", "Respond to complaint": waits until people have done it
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE');
const db = dynamo();
const world = { cases: caseStore(db, env.CASE_EVENTS_TABLE), waits: waitStore(db, env.CASE_VIEWS_TABLE), runs: sfn() };
const input = z.extend(WaitingInput, { stage: ComplaintStage });

export const handler = step(input, async ({ caseId, cycle, taskToken, turn, stage }, change) => {
  const waiting = waitingFor.stage(cycle, stage);
  await startWaiting(world, { caseId, waiting, taskToken, turn }, change, openStage(stage, change.at, cycle));
});
