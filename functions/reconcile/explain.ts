import type { Case } from '../case/case.ts';
import { runName } from '../case/case-workflow.ts';
import { waitsForSomebody } from '../case/open-work.ts';
import { type Instant, minute } from '../shared/now.ts';
import { isOpen } from '../task/task.ts';
import type { Unexplained } from './reconcile-fact.ts';

/** A run as the list of running ones shows it. */
export type LiveRun = { runId: string; startedAt: Instant };
/** How the run that should work on a case stands. */
export type RunStatus = 'none' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED' | 'PENDING_REDRIVE';
/** Something that does not fit; `stop` names runs that nobody needs. */
export type Finding = { unexplained: Unexplained; runId?: string };

// The slowest step, with all its retries, is through in ten minutes; what just happened explains itself.
export const GRACE = 15 * minute;

export const runOf = ({ caseId, cycle, attempt }: Case): string => runName(caseId, cycle, attempt);

/** What does not fit of a case whose last event is older than the grace; `run` is how its run stands. */
export function unexplainedOf(current: Case, run: RunStatus): Finding | undefined {
  if (current.status !== 'open') return undefined;
  const runId = runOf(current);
  if (run === 'RUNNING' || run === 'PENDING_REDRIVE')
    return waitsForSomebody(current) ? undefined : { unexplained: 'run-stuck', runId };
  const taken = current.tasks.some((task) => task.step === 'case-run' && isOpen(task));
  if (taken) return undefined;
  return run === 'none' ? { unexplained: 'run-missing', runId } : { unexplained: 'run-ended', runId };
}

/** A live run that is not the one its case is in, or whose case is over. */
export function superfluous(current: Case, runId: string): Finding | undefined {
  if (current.status === 'none') return undefined;
  if (current.status !== 'open') return { unexplained: 'run-outlives-case', runId };
  return runId === runOf(current) ? undefined : { unexplained: 'run-superseded', runId };
}
