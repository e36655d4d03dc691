import { around, type Interval, t95, within, z95 } from './interval.ts';

/** The points of a question, both ends included: 1–5, 0–10. It is kept with each answer. */
export type Scale = { from: number; to: number };

/** How often each point of a scale was chosen, the lowest first. All that is said of the answers follows from it. */
export type Counts = { scale: Scale; counts: readonly number[] };

/** A figure with how many answers it rests on and how sure it is. */
export type Estimate = { n: number; value: number; interval: Interval };

export const noAnswers = (scale: Scale): Counts => ({ scale, counts: Array(scale.to - scale.from + 1).fill(0) });

export const counted = (scale: Scale, value: number): Counts => ({
  scale,
  counts: noAnswers(scale).counts.map((_, index) => Number(scale.from + index === value)),
});

export const answers = ({ counts }: Counts): number => counts.reduce((sum, count) => sum + count, 0);

/** How many chose a point from `least` on. */
export const atLeast = (least: number, { scale, counts }: Counts): number =>
  counts.reduce((sum, count, index) => sum + (scale.from + index >= least ? count : 0), 0);

/** Both together; they have the same scale. */
export const together = (one: Counts, other: Counts): Counts => ({
  scale: one.scale,
  counts: one.counts.map((count, index) => count + (other.counts[index] ?? 0)),
});

const sumOf = ({ scale, counts }: Counts, of: (point: number) => number): number =>
  counts.reduce((sum, count, index) => sum + count * of(scale.from + index), 0);

/** The mean, with the interval of Student's t, which takes the spread from the answers themselves. Takes two answers. */
export function mean(given: Counts): Estimate {
  const n = answers(given);
  const value = sumOf(given, (point) => point) / n;
  const variance = sumOf(given, (point) => (point - value) ** 2) / (n - 1);
  const halfWidth = t95(n - 1) * Math.sqrt(variance / n);
  return { n, value, interval: within(around(value, halfWidth), given.scale.from, given.scale.to) };
}

/** The answer at this rank, counted from 1, when all stand in order. */
function atRank({ scale, counts }: Counts, rank: number): number {
  let left = rank;
  for (const [index, count] of counts.entries()) {
    left -= count;
    if (left <= 0) return scale.from + index;
  }
  return scale.to;
}

/** The median; its interval is made of two of the answers, by their ranks, and supposes nothing of their spread. */
export function median(given: Counts): Estimate {
  const n = answers(given);
  const value = (atRank(given, Math.ceil(n / 2)) + atRank(given, Math.floor(n / 2) + 1)) / 2;
  const halfWidth = (z95 * Math.sqrt(n)) / 2;
  const low = Math.max(1, Math.floor(n / 2 - halfWidth));
  const high = Math.min(n, Math.ceil(n / 2 + 1 + halfWidth));
  return { n, value, interval: [atRank(given, low), atRank(given, high)] };
}
