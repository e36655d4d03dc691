import { DATA_LIMIT_EXCEEDED, StateFailure, TIMEOUT, tooLargeCause } from './failure.ts';
import type { Happening } from './happening.ts';
import { type Data, data, isTooLarge } from './json.ts';
import type { TaskState } from './machine.ts';
import { numberOf } from './number-field.ts';
import { type TaskEvents, taskEvents } from './task-events.ts';
import { fill } from './template.ts';
import { type Step, type Thread, WAIT } from './thread.ts';
import { bindings, type Visit } from './visit.ts';

/** Calls what the Task names, once, and returns its result. */
export function* callTask(visit: Visit, state: TaskState): Generator<Step, Data, unknown> {
  const { run, thread, name } = visit;
  const { resource } = state;
  const ticket = run.ticket();
  visit.token = resource.until === 'answer' ? undefined : ticket.token;
  const names = bindings(visit);
  const parameters = state.arguments ? data(yield* fill(state.arguments, names)) : visit.input;
  if (isTooLarge(parameters.text))
    throw new StateFailure(DATA_LIMIT_EXCEEDED, tooLargeCause(name), 'state', thread.last);
  const times = {
    timeoutSeconds: yield* numberOf(state.timeoutSeconds, names),
    heartbeatSeconds: yield* numberOf(state.heartbeatSeconds, names),
  };
  const roleArn = state.roleArn && (yield* fill(state.roleArn, names));
  const events = taskEvents(run, thread, resource);
  events.scheduled(parameters.text, times, roleArn);
  const call = { executionArn: run.arn, stateName: name, resource, parameters: parameters.value };
  run.call(thread, { ...call, taskToken: visit.token, ticket }, times);
  return yield* outcome(thread, events, resource.kind === 'function' ? resource.arn : resource.type);
}

function* outcome(thread: Thread, events: TaskEvents, called: string): Generator<Step, Data, unknown> {
  for (;;) {
    const happening = (yield WAIT) as Happening;
    switch (happening.what) {
      case 'submitted':
        events.submitted(happening.output);
        break;
      case 'succeeded': {
        const text = happening.output;
        if (isTooLarge(text)) throw failed(thread, events, DATA_LIMIT_EXCEEDED, tooLargeCause(called));
        events.succeeded(text);
        return { value: JSON.parse(text), text };
      }
      case 'failed':
        throw failed(thread, events, happening.error, happening.cause);
      default:
        events.timedOut(TIMEOUT);
        throw new StateFailure(
          TIMEOUT,
          undefined,
          happening.what === 'heartbeat-missed' ? 'heartbeat' : 'timeout',
          thread.last,
        );
    }
  }
}

function failed(thread: Thread, events: TaskEvents, error: string | undefined, cause: string | undefined) {
  events.failed(error, cause);
  return new StateFailure(error, cause, 'task', thread.last);
}
