import { businessTimeBetween, intervalsBetween } from '../calendar/business-time.ts';
import type { Instant } from '../shared/now.ts';
import type { Period } from './period.ts';
import { pauseIn } from './run.ts';
import type { ClockName } from './sla.ts';

/** A stretch of a clock's time. `why`: what the case waited for, `closed`, or the name of the holiday. */
export type Entry = {
  from: Instant;
  to: Instant;
  kind: 'running' | 'paused' | 'out-of-hours' | 'holiday' | 'not-promised';
  why?: string | undefined;
  milliseconds: number;
};

/** What all of the time was that a clock took; what goes on from one period into the next is one entry. */
export const ledgerOf = (clock: ClockName, periods: readonly Period[]): Entry[] =>
  periods.reduce<Entry[]>((ledger, period) => joined(ledger, entriesOf(clock, period)), []);

/** How much of a period ran (milliseconds): what the ledger comes to, without making one. */
export function runningTime(clock: ClockName, period: Period): number {
  const { from, to, terms } = period;
  const target = terms.targets[clock];
  if (!target || pauseIn(period, clock) || from >= to) return 0;
  return target.calendar ? businessTimeBetween(target.calendar, from, to) : Date.parse(to) - Date.parse(from);
}

/** A pause is a pause, at night and on holidays, too. */
function entriesOf(clock: ClockName, period: Period): Entry[] {
  const { from, to, terms } = period;
  const target = terms.targets[clock];
  const pausedFor = pauseIn(period, clock);
  if (from >= to) return [];
  if (!target) return [entry(from, to, 'not-promised')];
  if (pausedFor) return [entry(from, to, 'paused', pausedFor)];
  if (!target.calendar) return [entry(from, to, 'running')];
  return intervalsBetween(target.calendar, from, to).map(({ from, to, milliseconds, ...of }) => ({
    ...{ from, to, milliseconds, kind: of.kind === 'working' ? 'running' : of.kind },
    ...(of.kind === 'holiday' && { why: of.name }),
  }));
}

function joined(ledger: readonly Entry[], more: readonly Entry[]): Entry[] {
  const [last, next] = [ledger.at(-1), more[0]];
  if (!last || !next || last.kind !== next.kind || last.why !== next.why) return [...ledger, ...more];
  return [...ledger.slice(0, -1), entry(last.from, next.to, last.kind, last.why), ...more.slice(1)];
}

const entry = (from: Instant, to: Instant, kind: Entry['kind'], why?: string): Entry => ({
  ...{ from, to, kind, ...(why !== undefined && { why }) },
  milliseconds: Date.parse(to) - Date.parse(from),
});
