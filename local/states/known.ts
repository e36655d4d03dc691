import type { Clock } from '../clock.ts';
import { ApiError } from './api-error.ts';
import type { Beginning } from './beginning.ts';
import type { Execution } from './execution.ts';
import type { Happening } from './happening.ts';
import type { End, Host } from './host.ts';
import { isTooLarge } from './json.ts';

/** An execution the engine knows. Of one that ended before a restart, the history is made again when asked for. */
export type Known = {
  readonly beginning: Beginning;
  readonly revision: string;
  /** What happened to it before the engine started. */
  readonly happenings: Happening[];
  end: End | undefined;
  execution: Execution | undefined;
};

export const known = (beginning: Beginning, revision: string): Known => ({
  beginning,
  revision,
  happenings: [],
  end: undefined,
  execution: undefined,
});

type Caller = Beginning['caller'];

/** A name that is taken: fine for the same input while the first still runs, or for the very call that took it. */
export function sameStart(before: Known, input: string, caller: Caller): Known {
  const { arn, caller: by } = before.beginning;
  if (caller && by?.arn === caller.arn && by.number === caller.number) return before;
  if (!before.end && before.beginning.input === input) return before;
  throw new ApiError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
}

export function checkInput(input: string): void {
  if (isTooLarge(input)) throw new ApiError('InvalidExecutionInput', 'The input is longer than 262144 bytes');
  try {
    JSON.parse(input);
  } catch (error) {
    throw new ApiError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${(error as Error).message}'`);
  }
}

/** For a run that only brings back a history: it calls nobody and tells nobody. */
export const silent = (clock: Clock): Host => ({
  clock,
  keep: () => undefined,
  perform: async () => undefined,
  abandon: () => undefined,
  ended: () => undefined,
});
