import type { Bindings } from './evaluate.ts';
import { EvaluationError, QUERY_EVALUATION_ERROR, StateFailure } from './failure.ts';
import { enteredWith } from './history.ts';
import type { Data, Json } from './json.ts';
import type { State } from './machine.ts';
import type { Run } from './run.ts';
import type { MapItem, Thread } from './thread.ts';

/** A thread is in a state, from entering to leaving it, through all tries. */
export type Visit = {
  readonly run: Run;
  readonly thread: Thread;
  readonly name: string;
  readonly type: State['type'] | 'Succeed';
  readonly input: Data;
  /** Ids of the event before the state was entered, and of the one that recorded it. */
  readonly before: number;
  readonly entered: number;
  readonly enteredAt: number;
  retries: number;
  token: string | undefined;
};

export function enter(run: Run, thread: Thread, { name, type }: State, input: Data): Visit {
  const before = thread.last;
  const entered = run.record(`${type}StateEntered`, before, enteredWith(name, input.text));
  thread.last = entered;
  thread.inside = type;
  return { run, thread, name, type, input, before, entered, enteredAt: run.now, retries: 0, token: undefined };
}

type Extra = { readonly result?: Json; readonly errorOutput?: Json };

/** What expressions of the visited state can name. */
export function bindings(visit: Visit, extra?: Extra, item?: MapItem): Bindings {
  const { run, thread, input } = visit;
  const names = Object.create(thread.variables) as { states: object };
  let context: Json | undefined;
  names.states = {
    input: input.value,
    ...extra,
    get context() {
      context ??= contextOf(visit, item ?? thread.item);
      return context;
    },
  };
  return { names, chance: run };
}

function contextOf({ run, name, type, enteredAt, retries, token }: Visit, item: MapItem | undefined): Json {
  const counts = type === 'Task' || type === 'Map';
  return {
    ...run.context,
    State: { EnteredTime: new Date(enteredAt).toISOString(), Name: name, ...(counts && { RetryCount: retries }) },
    ...(item && { Map: { Item: { Index: item.Index, Value: item.Value } } }),
    ...(token !== undefined && { Task: { Token: token } }),
  };
}

/** Records an evaluation that failed. Anything that is no failure of a state is thrown on. */
export function asFailure(visit: Visit, error: unknown): StateFailure {
  if (error instanceof StateFailure) return error;
  if (!(error instanceof EvaluationError)) throw error;
  const { run, thread, name, entered } = visit;
  const cause = `An error occurred while executing the state '${name}' (entered at the event id #${entered}). ${error.message}`;
  const details = { cause, error: QUERY_EVALUATION_ERROR, state: name };
  // As recorded: it follows what came before the state, except in a Wait or once something has happened in the state.
  const previous = thread.last === entered && visit.type !== 'Wait' ? visit.before : thread.last;
  const event = run.record(
    'EvaluationFailed',
    previous,
    error.location === undefined ? details : { ...details, location: error.location },
  );
  return new StateFailure(QUERY_EVALUATION_ERROR, cause, 'evaluation', event);
}
