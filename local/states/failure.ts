import type { Json } from './json.ts';

/** A state has failed. `event` is the event that recorded it, which what comes next will follow. */
export class StateFailure extends Error {
  override readonly name = 'StateFailure';
  constructor(
    readonly error: string | undefined,
    readonly why: string | undefined,
    /** How it came about: decides what `States.TaskFailed` and `States.HeartbeatTimeout` match. */
    readonly kind: 'task' | 'timeout' | 'heartbeat' | 'evaluation' | 'state',
    public event = 0,
  ) {
    super(`${error}: ${why}`);
  }

  /** What a Catch sees: null where the task gave none, an empty text after a timeout. */
  get output(): Json {
    const silent = this.kind === 'timeout' || this.kind === 'heartbeat' ? '' : null;
    return { Error: this.error ?? null, Cause: this.why ?? silent };
  }
}

/** An expression could not be evaluated, or its value cannot be used. The message is the recorded one. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
  constructor(
    message: string,
    readonly location: string | undefined,
  ) {
    super(message);
  }
}

export const QUERY_EVALUATION_ERROR = 'States.QueryEvaluationError';
export const TIMEOUT = 'States.Timeout';
export const DATA_LIMIT_EXCEEDED = 'States.DataLimitExceeded';
export const tooLargeCause = (what: string) =>
  `The state/task '${what}' returned a result with a size exceeding the maximum number of bytes service limit.`;
