import { around, type Interval, t95 } from './interval.ts';
import { fewestAnswers, type TooFew } from './measure.ts';

/** How far what was perceived is from what was expected, as sums: of how many, of the gaps and of their squares. */
export type Gaps = { n: number; sum: number; squares: number; worse: number };

/** One gap: perceived less expected, so that less than zero is a disappointment. */
export const gapOf = (gap: number): Gaps => ({ n: 1, sum: gap, squares: gap ** 2, worse: gap < 0 ? 1 : 0 });

export const addGaps = (one: Gaps, other: Gaps): Gaps => ({
  n: one.n + other.n,
  sum: one.sum + other.sum,
  squares: one.squares + other.squares,
  worse: one.worse + other.worse,
});

/** Perception less expectation, on average: below zero customers got less than they came for. */
export type GapFigures = { n: number; mean: number; interval: Interval; worseThanExpected: number };

export function gapFigures({ n, sum, squares, worse }: Gaps): GapFigures | TooFew {
  if (n < fewestAnswers) return { n, tooFewAnswers: true };
  const mean = sum / n;
  const variance = Math.max(0, squares - n * mean ** 2) / (n - 1);
  return {
    n,
    mean,
    interval: around(mean, t95(n - 1) * Math.sqrt(variance / n)),
    worseThanExpected: worse / n,
  };
}
