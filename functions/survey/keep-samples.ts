import { after, day, type Instant } from '../shared/now.ts';
import { periodAfter, periodOf } from './sampling.ts';
import type { SamplingStore } from './sampling-store.ts';

// The longest delay of a survey, and then some: after that nobody of a month is drawn any more.
const LAST_DRAW = 45 * day;

/** Commits to the seeds of this month and the next, and reveals those of months that are over. Safe to do again. */
export async function keepSamples(samples: SamplingStore, at: Instant): Promise<void> {
  const current = periodOf(at);
  for (const period of [current, periodAfter(current)]) await samples.committed(period, at);
  // Three looks back: a schedule that stood still for two months catches up.
  for (const back of [0, 31, 62]) {
    const over = periodOf(after(at, -LAST_DRAW - back * day));
    if (after(`${periodAfter(over)}-01T00:00:00.000Z`, LAST_DRAW) <= at) await samples.reveal(over, at);
    const before = periodOf(after(`${over}-01T00:00:00.000Z`, -day));
    await samples.reveal(before, at);
  }
}
