import type { StateFailure } from './failure.ts';
import type { Run } from './run.ts';
import type { Thread } from './thread.ts';

/**
 * One thread has failed: ends those beside it. A failed Task counts as ended by force; a state that failed by itself
 * (a Fail, an evaluation, a Map) does not. `announce` records what comes before the end of another thread.
 */
export function abortOthers(
  run: Run,
  failed: Thread,
  all: readonly Thread[],
  failure: StateFailure,
  announce: (other: Thread) => void = () => undefined,
): StateFailure {
  if (failed.inside === 'Task' && ['task', 'timeout', 'heartbeat'].includes(failure.kind))
    run.record('TaskStateAborted', failure.event);
  for (const other of all) {
    if (other === failed || other.ended) continue;
    announce(other);
    recordEnd(run, other, failure.event);
    run.abort(other);
  }
  return failure;
}

function recordEnd(run: Run, thread: Thread, previous: number): void {
  for (const child of thread.children) recordEnd(run, child, previous);
  if (thread.inside !== undefined) run.record(`${thread.inside}StateAborted`, previous);
}
