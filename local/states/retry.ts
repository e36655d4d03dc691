import type { StateFailure } from './failure.ts';
import type { Retrier } from './machine.ts';

/** Whether one of the names in an ErrorEquals means this failure. */
export function matches(errors: readonly string[], failure: StateFailure): boolean {
  return errors.some((name) => {
    if (name === 'States.ALL') return true;
    if (name === 'States.TaskFailed') return failure.kind === 'task';
    if (name === 'States.HeartbeatTimeout') return failure.kind === 'heartbeat' || failure.error === name;
    return name === failure.error;
  });
}

/** Milliseconds until the next try. `tries` is how often this retrier has been used before. */
export function delay(retrier: Retrier, tries: number, random: () => number): number {
  const full = Math.min(retrier.intervalSeconds * retrier.backoffRate ** tries, retrier.maxDelaySeconds);
  return Math.round((retrier.jitter ? full * random() : full) * 1000);
}
