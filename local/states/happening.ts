/** Something that happened to a running execution: all that has to be kept to run it again to the same point. */
export type Happening = {
  /** Number of the call or wait it is about; 0 is the execution as a whole. */
  readonly of: number;
  /** Milliseconds since the epoch. */
  readonly time: number;
} & What;

export type What =
  /** A wait or a retry delay is over; for 0, the execution has run out of time. */
  | { readonly what: 'due' }
  /** The call was accepted and the task goes on until its token comes back or its job ends. `output` is JSON text. */
  | { readonly what: 'submitted'; readonly output: string }
  | { readonly what: 'succeeded'; readonly output: string }
  | Failed
  | { readonly what: 'timed-out' }
  | { readonly what: 'heartbeat' }
  | { readonly what: 'heartbeat-missed' }
  /** Somebody stopped the execution. */
  | ({ readonly what: 'stopped' } & Why);

export type Why = { readonly error?: string | undefined; readonly cause?: string | undefined };
export type Failed = { readonly what: 'failed' } & Why;

/** What ends a call: there can be only one of these. */
export const isOutcome = ({ what }: What): boolean => what !== 'submitted' && what !== 'heartbeat';
