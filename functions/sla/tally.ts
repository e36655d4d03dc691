import type { Instant } from '../shared/now.ts';
import { runningTime } from './ledger.ts';
import type { Period } from './period.ts';
import { pauseIn } from './run.ts';
import { aroundTheClock, type ClockName } from './sla.ts';
import { dueAfter, sameTarget, type Target } from './terms.ts';

/**
 * What is promised at one time. `dueAt` is missing while the clock is paused, as nobody can say, and where nothing is
 * promised. Late is later than due: `breachedAt` is the due time that passed.
 */
export type Promised = {
  targetMilliseconds?: number | undefined;
  /** The name of a calendar, or `around-the-clock`. */
  calendar?: string | undefined;
  dueAt?: Instant | undefined;
  breachedAt?: Instant | undefined;
};

/** A promise was changed: what was promised until then, and from then on. Time that was used stays used. */
export type Change = { at: Instant; because: Period['because']; before: Promised; after: Promised };

/** What a clock comes to after some of its periods. */
export type Tally = {
  target?: Target | undefined;
  pausedFor?: string | undefined;
  used: number;
  promised?: Promised;
  changes: Change[];
};

export const nothingYet: Tally = { used: 0, changes: [] };

/** One period more. */
export const tallied =
  (clock: ClockName) =>
  (before: Tally, period: Period): Tally => {
    const { from, to, terms, because } = period;
    const target = terms.targets[clock];
    const pausedFor = pauseIn(period, clock);
    const promised = promisedFrom(from, target, pausedFor, before);
    const changed = before.promised && !sameTarget(before.target, target);
    const late = promised.dueAt && promised.dueAt < to;
    return {
      target,
      pausedFor,
      used: before.used + runningTime(clock, period),
      promised: late ? { ...promised, breachedAt: promised.dueAt } : promised,
      changes: changed
        ? [...before.changes, { at: from, because, before: before.promised ?? {}, after: promised }]
        : before.changes,
    };
  };

function promisedFrom(
  from: Instant,
  target: Target | undefined,
  pausedFor: string | undefined,
  before: Tally,
): Promised {
  if (!target) return {};
  // A promise with time left is not broken, whatever became of the one before it.
  const breachedAt = before.used < target.milliseconds ? undefined : before.promised?.breachedAt;
  return {
    targetMilliseconds: target.milliseconds,
    calendar: target.calendar?.calendar ?? aroundTheClock,
    dueAt: breachedAt ?? (pausedFor ? undefined : dueAfter(target, from, before.used)),
    breachedAt,
  };
}
