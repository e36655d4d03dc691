import type { SFNClient } from '@aws-sdk/client-sfn';
import type { Case } from '../case/case.ts';
import type { CaseStore, Change, Decide } from '../case/case-store.ts';
import { answerRun } from '../case/case-workflow.ts';
import { answerTo, type Waiting } from './wait.ts';
import type { WaitStore } from './wait-store.ts';

export type WaitsWorld = { waits: WaitStore; runs: Pick<SFNClient, 'send'> };

/**
 * A run waits for people. The token is kept first and the history read after it, while whoever completes the work
 * appends first and reads the token after it: one of the two always sees the other.
 */
export async function startWaiting(
  { cases, ...world }: WaitsWorld & { cases: CaseStore },
  { caseId, waiting, taskToken, turn }: { caseId: string; waiting: Waiting; taskToken: string; turn: string },
  change: Change,
  decide: Decide,
): Promise<void> {
  const awaited = await world.waits.put(caseId, waiting, { token: taskToken, turn }, change.at);
  if (!awaited) return; // a later attempt has taken over, and does the rest
  const current = await cases.change(caseId, change, decide);
  await answerWait(world, current, waiting);
}

/** Tells the waiting run, if there is something to tell and a run that waits for it. Safe to do again. True if it was told. */
export async function answerWait({ waits, runs }: WaitsWorld, current: Case, waiting: Waiting): Promise<boolean> {
  const answer = answerTo(waiting, current);
  if (!answer) return false;
  const token = await waits.token(current.caseId, waiting);
  if (!token) return false;
  const told = await answerRun(runs, token, answer);
  await waits.forget(current.caseId, waiting, token);
  return told;
}

/** Tells whatever waits in a case what there is to tell. True if something was told. */
export async function answerWaits(world: WaitsWorld, current: Case): Promise<boolean> {
  let told = false;
  for (const waiting of await world.waits.of(current.caseId))
    told = (await answerWait(world, current, waiting)) || told;
  return told;
}
