import { EvaluationError } from './failure.ts';
import { instantOf } from './instant.ts';
import type { WaitState } from './machine.ts';
import { numberOf } from './number-field.ts';
import { fill } from './template.ts';
import { type Step, WAIT } from './thread.ts';
import { bindings, type Visit } from './visit.ts';

/** Waits until its time has come; a time that has passed is no wait. */
export function* sleep(visit: Visit, state: WaitState): Generator<Step, void, unknown> {
  const { run, thread } = visit;
  const names = bindings(visit);
  const seconds = yield* numberOf(state.seconds, names);
  const until = seconds === undefined ? yield* timestamp(state, visit) : run.now + seconds * 1000;
  if (until <= run.now) return;
  run.sleep(thread, until);
  yield WAIT;
}

function* timestamp({ timestamp }: WaitState, visit: Visit): Generator<Step, number, unknown> {
  if (!timestamp) return visit.run.now;
  const value = yield* fill(timestamp, bindings(visit));
  const time = typeof value === 'string' ? instantOf(value) : undefined;
  if (time !== undefined) return time;
  throw new EvaluationError(
    `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    'Timestamp',
  );
}
