import { type Data, data } from './json.ts';
import { type Left, leave } from './leave.ts';
import type { MapState, ParallelState, Retrier, TaskState } from './machine.ts';
import { delay, matches } from './retry.ts';
import { type Step, WAIT } from './thread.ts';
import { asFailure, type Visit } from './visit.ts';

type Attempt = (visit: Visit) => Generator<Step, Data, unknown>;

/** Runs a state that may be tried again (Retry) and may go on elsewhere when it has failed for good (Catch). */
export function* guard(
  visit: Visit,
  state: TaskState | MapState | ParallelState,
  attempt: Attempt,
): Generator<Step, Left, unknown> {
  const { run, thread } = visit;
  const used = new Map<Retrier, number>();
  for (;;) {
    try {
      const result = yield* attempt(visit);
      return yield* leave(visit, state, { unchanged: result, result: result.value, next: state.next });
    } catch (error) {
      const failure = asFailure(visit, error);
      thread.last = failure.event;
      const retrier = state.retry.find(({ errors }) => matches(errors, failure));
      const tries = retrier ? (used.get(retrier) ?? 0) : 0;
      if (retrier && tries < retrier.maxAttempts) {
        used.set(retrier, tries + 1);
        visit.retries++;
        run.sleep(thread, run.now + delay(retrier, tries, run.random));
        yield WAIT;
        continue;
      }
      if (state.type !== 'Task') failure.event = run.record(`${state.type}StateFailed`, failure.event);
      thread.last = failure.event;
      const catcher = state.catch.find(({ errors }) => matches(errors, failure));
      if (!catcher) throw failure;
      const { output } = failure;
      try {
        return yield* leave(visit, catcher, { unchanged: data(output), errorOutput: output, next: catcher.next });
      } catch (again) {
        throw asFailure(visit, again);
      }
    }
  }
}
