import type { Data, Json } from './json.ts';

/** The generator waits for the next thing that happens to its thread. */
export const WAIT = Symbol('wait');

/** What a state may yield: a promise it needs, or WAIT. Everything else runs without a pause. */
export type Step = Promise<unknown> | typeof WAIT;

/** Variables in scope. The prototype is the scope around, so that inner names come and go without a copy. */
export type Variables = { [name: string]: Json };
export const noVariables = (): Variables => Object.create(null) as Variables;

export type MapItem = { readonly Index: number; readonly Value: Json };

/** One line of work in an execution: the machine itself, a branch of a Parallel or an iteration of a Map. */
export type Thread = {
  readonly parent: Thread | undefined;
  readonly body: Generator<Step, Data, unknown>;
  readonly children: Set<Thread>;
  readonly item: MapItem | undefined;
  variables: Variables;
  /** The event that the next one follows. */
  last: number;
  /** The type of the state it is in, for the event that records its end by force. */
  inside: string | undefined;
  ended: boolean;
  /** Number of the thing it waits for, if it does. */
  pending: number | undefined;
};
