import type { Clock } from '../clock.ts';
import type { Happening, What, Why } from './happening.ts';
import type { TaskCall } from './run.ts';

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** How an execution ended. `output` is JSON text, `stopDate` milliseconds since the epoch. */
export type End = Why & {
  readonly status: Exclude<Status, 'RUNNING'>;
  readonly stopDate: number;
  readonly output?: string;
};

/** What an execution needs of the engine around it. */
export type Host = {
  readonly clock: Clock;
  keep(happening: Happening): void;
  /** Makes a call. Answers with what happened to it, or with undefined if nothing has yet. */
  perform(call: TaskCall): Promise<What | undefined>;
  /** The execution no longer waits for a call that had answered with `submitted` (JSON text). */
  abandon(call: TaskCall, submitted: string): void;
  ended(end: End): void;
};
