import { around, type Interval, t95 } from './interval.ts';
import { fewestAnswers, type TooFew } from './measure.ts';

/** Pairs of what was expected and what was perceived, as sums: of how many, of the differences and of their squares. */
export type Gaps = { n: number; sum: number; squares: number; worse: number };

export const gapBetween = (expected: number, perceived: number): Gaps => {
  const difference = perceived - expected;
  return { n: 1, sum: difference, squares: difference ** 2, worse: difference < 0 ? 1 : 0 };
};

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
