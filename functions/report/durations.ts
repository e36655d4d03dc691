import { day, hour, minute } from '../shared/now.ts';

/** Up to how long, in milliseconds; whatever took longer is counted after the last. */
export const steps = [
  ...[minute, 5 * minute, 15 * minute, hour, 4 * hour, day, 3 * day, 7 * day, 14 * day, 30 * day, 90 * day],
] as const;

/** How long many things took: how many there were, all of it together, and how many took how long. */
export type Durations = { n: number; sum: number; counts: readonly number[] };

export const duration = (milliseconds: number): Durations => {
  const step = steps.findIndex((limit) => milliseconds <= limit);
  const at = step < 0 ? steps.length : step;
  return { n: 1, sum: milliseconds, counts: Array.from({ length: steps.length + 1 }, (_, i) => Number(i === at)) };
};

export const addDurations = (one: Durations, other: Durations): Durations => ({
  n: one.n + other.n,
  sum: one.sum + other.sum,
  counts: one.counts.map((count, i) => count + (other.counts[i] ?? 0)),
});

/** In seconds. `…Within` is the step that so many did not exceed; undefined when they took longer than the longest. */
export type DurationFigures = {
  n: number;
  meanSeconds: number;
  halfWithinSeconds?: number;
  ninetyPercentWithinSeconds?: number;
};

export function durationFigures(of: Durations | undefined): DurationFigures | undefined {
  if (!of) return undefined;
  const [half, ninety] = [within(of, 0.5), within(of, 0.9)];
  return {
    n: of.n,
    meanSeconds: Math.round(of.sum / of.n / 1000),
    ...(half && { halfWithinSeconds: half }),
    ...(ninety && { ninetyPercentWithinSeconds: ninety }),
  };
}

function within({ n, counts }: Durations, share: number): number | undefined {
  let sum = 0;
  for (const [i, count] of counts.entries()) {
    sum += count;
    if (sum >= share * n) return steps[i] && steps[i] / 1000;
  }
  return undefined;
}
