import type { Case } from '../case/case.ts';
import type { CaseStore, Change } from '../case/case-store.ts';
import type { VaultStore } from '../customer/vault-store.ts';
import { caseIdOf } from '../shared/ids.ts';
import { log } from '../shared/log.ts';
import { answerWait, type WaitsWorld } from './answer-wait.ts';
import { type Completion, completeTask } from './complete-task.ts';
import { waitOf } from './wait.ts';

type World = WaitsWorld & { cases: CaseStore; vault: VaultStore };

/**
 * Completes a task and lets the run that waited for it go on. Once the completion is in the history it counts: when
 * the run cannot be told now, the stream of events tells it.
 */
export async function completeAndGoOn(
  { cases, vault, ...world }: World,
  { note, noteId, ...completion }: Completion & { note?: string | undefined },
  change: Change,
  mustSee: (before: Case) => unknown,
): Promise<Case> {
  const { taskId } = completion;
  const before = await cases.load(caseIdOf(taskId));
  mustSee(before);
  const kept = note && noteId ? await vault.keepText(before.customerId, noteId, note) : undefined;
  const decide = completeTask({ ...completion, noteId: kept }, change.by);
  const current = await cases.change(caseIdOf(taskId), change, decide);
  const waiting = waitOf(taskId, current);
  // Whoever sends it again is shown the case as it was then; the run may have asked something else since.
  const newest = before.version > current.version ? before : current;
  try {
    if (waiting) await answerWait(world, newest, waiting);
  } catch (error) {
    const reason = error instanceof Error ? error.name : typeof error;
    log.warn('ANSWER_LEFT_TO_THE_STREAM', { taskId, reason });
  }
  return current;
}
