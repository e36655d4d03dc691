import type { Clock } from '../clock.ts';
import { isOutcome, type What } from './happening.ts';
import type { CallTimes, TaskCall } from './run.ts';
import type { Thread } from './thread.ts';

/** Something a thread waits for: a time, or what a call brings. */
export type Pending = {
  readonly number: number;
  readonly thread: Thread | undefined;
  readonly call: TaskCall | undefined;
  /** When a wait is over or a call has taken too long, in milliseconds since the epoch. */
  readonly due: number | undefined;
  readonly heartbeatSeconds: number | undefined;
  heartbeatDue: number | undefined;
  /** What the call answered at once, as JSON text, if it goes on after that. */
  submitted: string | undefined;
  /** Its end has happened, even if the thread does not know yet. */
  settled: boolean;
  disarm: () => void;
};

const seconds = (value: number | undefined, now: number) => (value === undefined ? undefined : now + value * 1000);

export function pendingCall(thread: Thread, call: TaskCall, times: CallTimes, now: number): Pending {
  const { timeoutSeconds, heartbeatSeconds } = times;
  return {
    ...pendingTime(call.ticket.number, thread, seconds(timeoutSeconds, now)),
    call,
    heartbeatSeconds,
    heartbeatDue: seconds(heartbeatSeconds, now),
  };
}

export const pendingTime = (number: number, thread: Thread | undefined, due: number | undefined): Pending => ({
  number,
  thread,
  call: undefined,
  due,
  heartbeatSeconds: undefined,
  heartbeatDue: undefined,
  submitted: undefined,
  settled: false,
  disarm: () => undefined,
});

/** Takes note of what happened, before its thread hears of it. */
export function note(pending: Pending, what: What, now: number): void {
  if (what.what === 'heartbeat') pending.heartbeatDue = seconds(pending.heartbeatSeconds, now);
  if (what.what === 'submitted') pending.submitted = what.output;
  if (isOutcome(what)) pending.settled = true;
}

/** Sets the timers. Whichever is first calls back; setting them again replaces them. */
export function arm(pending: Pending, clock: Clock, happens: (what: What) => void): void {
  pending.disarm();
  const { due, heartbeatDue, call } = pending;
  const timers: (() => void)[] = [];
  if (due !== undefined) timers.push(clock.at(due, () => happens({ what: call ? 'timed-out' : 'due' })));
  if (heartbeatDue !== undefined) timers.push(clock.at(heartbeatDue, () => happens({ what: 'heartbeat-missed' })));
  pending.disarm = () => {
    for (const cancel of timers) cancel();
  };
}
