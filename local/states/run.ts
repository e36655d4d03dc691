import type { StateFailure } from './failure.ts';
import type { Details } from './history.ts';
import type { Data, Json } from './json.ts';
import type { Resource } from './resource.ts';
import type { MapItem, Step, Thread } from './thread.ts';

/** One call of a Task, as whoever answers it sees it. */
export type TaskCall = {
  readonly executionArn: string;
  readonly stateName: string;
  readonly resource: Resource;
  readonly parameters: Json;
  readonly taskToken: string | undefined;
  readonly ticket: Ticket;
};

export type CallTimes = { readonly timeoutSeconds: number | undefined; readonly heartbeatSeconds: number | undefined };
/** What makes a call unlike any other; all of it is the same again after a restart. */
export type Ticket = {
  readonly number: number;
  readonly token: string;
  /** A name for what the call creates. */
  readonly uuid: string;
};
export type Body = (thread: Thread) => Generator<Step, Data, unknown>;
export type Start = { readonly last: number; readonly item?: MapItem | undefined; readonly body: Body };

/** What a parent is woken with when one of its threads has ended. */
export type Ended = { readonly thread: Thread; readonly output?: Data; readonly failure?: StateFailure };

/** What states need of the execution they run in. */
export interface Run {
  readonly arn: string;
  readonly region: string;
  readonly now: number;
  readonly random: () => number;
  readonly context: { readonly Execution: Json; readonly StateMachine: Json };
  /** Adds an event and returns its id. */
  record(type: string, previous: number, details?: Details): number;
  /** Wakes the thread at `time` (ms). */
  sleep(thread: Thread, time: number): void;
  /** A number, and a token that can be handed out, for the call that comes next. */
  ticket(): Ticket;
  /** Makes the call; the thread is woken with each thing that happens to it. */
  call(thread: Thread, call: TaskCall, times: CallTimes): void;
  /** Starts a thread that wakes its parent with `Ended`. */
  spawn(parent: Thread, start: Start): Thread;
  /** Ends a thread, and those below it, wherever it is. */
  abort(thread: Thread): void;
}
