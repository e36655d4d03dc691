import { businessTimeBetween, intervalsBetween } from '../calendar/business-time.ts';
import type { Instant } from '../shared/now.ts';
import type { Target } from './terms.ts';

/** A stretch of a clock's time. `why`: what the case waited for, `closed`, or the name of the holiday. */
export type Entry = {
  from: Instant;
  to: Instant;
  kind: 'running' | 'paused' | 'out-of-hours' | 'holiday' | 'not-promised';
  why?: string | undefined;
  milliseconds: number;
};

/** What the time was while promise and pause stayed the same. A pause is a pause, at night and on holidays, too. */
export function ledgerOf(
  target: Target | undefined,
  pausedFor: string | undefined,
  from: Instant,
  to: Instant,
): Entry[] {
  if (from >= to) return [];
  if (!target) return [entry(from, to, 'not-promised')];
  if (pausedFor) return [entry(from, to, 'paused', pausedFor)];
  if (!target.calendar) return [entry(from, to, 'running')];
  return intervalsBetween(target.calendar, from, to).map(({ from, to, milliseconds, ...of }) => ({
    ...{ from, to, milliseconds, kind: of.kind === 'working' ? 'running' : of.kind },
    ...(of.kind === 'holiday' && { why: of.name }),
  }));
}

/** One ledger after the other; what goes on over the seam becomes one entry. */
export function joined(ledger: readonly Entry[], more: readonly Entry[]): Entry[] {
  const [last, next] = [ledger.at(-1), more[0]];
  if (!last || !next || last.kind !== next.kind || last.why !== next.why) return [...ledger, ...more];
  return [...ledger.slice(0, -1), entry(last.from, next.to, last.kind, last.why), ...more.slice(1)];
}

/** What of it ran (milliseconds), without the ledger, which costs ten times as much. */
export function runningTime(
  target: Target | undefined,
  pausedFor: string | undefined,
  from: Instant,
  to: Instant,
): number {
  if (!target || pausedFor || from >= to) return 0;
  return target.calendar ? businessTimeBetween(target.calendar, from, to) : Date.parse(to) - Date.parse(from);
}

const entry = (from: Instant, to: Instant, kind: Entry['kind'], why?: string): Entry => ({
  ...{ from, to, kind, ...(why !== undefined && { why }) },
  milliseconds: Date.parse(to) - Date.parse(from),
});
