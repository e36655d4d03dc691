import { StateFailure } from './failure.ts';
import { guard } from './guard.ts';
import type { Data, Json } from './json.ts';
import { type Left, leave } from './leave.ts';
import type { FailState, Machine, State } from './machine.ts';
import type { Run } from './run.ts';
import { choose } from './run-choice.ts';
import { iterate } from './run-map.ts';
import { branchOut } from './run-parallel.ts';
import { callTask } from './run-task.ts';
import { sleep } from './run-wait.ts';
import { fill } from './template.ts';
import type { Step, Thread } from './thread.ts';
import { asFailure, bindings, enter, type Visit } from './visit.ts';

/** Runs the states of a machine, one after another, and returns what the last one hands on. */
export function* runMachine(run: Run, thread: Thread, machine: Machine, input: Data): Generator<Step, Data, unknown> {
  let carried = input;
  for (let name: string | undefined = machine.startAt; name !== undefined; ) {
    const state = machine.states.get(name) as State;
    const visit = enter(run, thread, state, carried);
    const left: Left = yield* runState(visit, state);
    carried = left.output;
    name = left.next;
  }
  return carried;
}

function* runState(visit: Visit, state: State): Generator<Step, Left, unknown> {
  switch (state.type) {
    case 'Task':
      return yield* guard(visit, state, (tried) => callTask(tried, state));
    case 'Map':
      return yield* guard(visit, state, (tried) => iterate(tried, state, runMachine));
    case 'Parallel':
      return yield* guard(visit, state, (tried) => branchOut(tried, state, runMachine));
    default:
      try {
        return yield* runSimple(visit, state);
      } catch (error) {
        throw asFailure(visit, error);
      }
  }
}

function* runSimple(
  visit: Visit,
  state: Exclude<State, { type: 'Task' | 'Map' | 'Parallel' }>,
): Generator<Step, Left, unknown> {
  switch (state.type) {
    case 'Choice':
      return yield* choose(visit, state);
    case 'Wait':
      yield* sleep(visit, state);
      return yield* leave(visit, state, { unchanged: visit.input, next: state.next });
    case 'Fail':
      return yield* fail(visit, state);
    default:
      return yield* leave(visit, state, { unchanged: visit.input, next: state.next });
  }
}

function* fail(visit: Visit, { error, cause }: FailState): Generator<Step, never, unknown> {
  const names = bindings(visit);
  const text = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value));
  throw new StateFailure(
    error && text(yield* fill(error, names)),
    cause && text(yield* fill(cause, names)),
    'state',
    visit.entered,
  );
}
