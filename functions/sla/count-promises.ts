import type { CaseEvent } from '../case/case-fact.ts';
import { metric } from '../shared/log.ts';
import { readClocks } from './sla-clock.ts';
import { slaEventsOf } from './sla-event.ts';
import type { Policies } from './terms.ts';

/**
 * Counts for the dashboard what was promised in the cycle that event `seq` closed, and what of it was broken. A promise
 * whose clock never ran was never put to the test. An event that is delivered again is counted again: a curve to watch.
 */
export async function countPromises(
  events: readonly CaseEvent[],
  seq: number,
  policies: () => Promise<Policies>,
): Promise<void> {
  const close = events[seq - 1];
  if (close?.fact.kind !== 'case-closed') return;
  const clocks = readClocks(slaEventsOf(events.slice(0, seq), await policies()), close.at);
  const cycle = Math.max(...clocks.map((clock) => clock.cycle));
  const promised = clocks.filter((clock) => clock.cycle === cycle && clock.targetMilliseconds !== undefined);
  const broken = promised.filter(({ breachedAt }) => breachedAt).length;
  metric('PromisesKept', promised.length - broken, 'Count');
  metric('PromisesBroken', broken, 'Count');
}
