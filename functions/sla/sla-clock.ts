import { type Instant, instant } from '../shared/now.ts';
import { periodsOf } from './period.ts';
import { type Reading, read } from './reading.ts';
import { runsOf } from './run.ts';
import type { SlaEvent } from './sla-event.ts';

/**
 * What all clocks of a case say at this time, in the order in which they started, from its events in order. Only what
 * had happened by then counts, so the past can be asked, too.
 */
export function readClocks(events: readonly SlaEvent[], at: Instant): Reading[] {
  const now = instant(Date.parse(at));
  const happened = events.filter((event) => event.at <= now);
  const periods = periodsOf(happened, now);
  return runsOf(happened).flatMap((run) => read(run, periods, now) ?? []);
}

/** When the next clock becomes late if nothing happens before; undefined if none can. */
export const nextDue = (readings: readonly Reading[]): Instant | undefined =>
  readings
    .flatMap(({ state, dueAt, breachedAt }) => (state === 'running' && dueAt && !breachedAt ? [dueAt] : []))
    .sort()[0];
