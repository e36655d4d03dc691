import { around, type Interval, wilson, within, z95 } from './interval.ts';
import { answers, atLeast, type Counts, type Estimate, mean, median } from './scale.ts';

/** What a question asks for; it says which figures its answers are told by. */
export type MeasureKind = 'csat' | 'nps' | 'ces' | 'likert';

/** Of so few answers nothing is told but that they are too few. */
export const fewestAnswers = 5;

const share = (hits: number, n: number): Estimate => ({ n, value: hits / n, interval: wilson(hits, n) });

/** How many of those invited answered; nothing when nobody was. */
export const rate = (hits: number, n: number): Estimate | undefined => (n > 0 ? share(hits, n) : undefined);

/** Those who chose the highest point. */
export const topBox = (given: Counts): Estimate => share(atLeast(given.scale.to, given), answers(given));

/** Those who chose a point above the middle of the scale: 4 and 5 of 1–5, 5 to 7 of 1–7. */
export const favourable = (given: Counts): Estimate =>
  share(atLeast(Math.floor((given.scale.from + given.scale.to) / 2) + 1, given), answers(given));

/**
 * Promoters (9 and 10 of 0–10) less detractors (0 to 6), from −100 to 100. The interval is the adjusted Wald interval
 * of Rocks (2016): three answers are added, ¾ of them at either end.
 */
export function netPromoter(given: Counts): Estimate {
  const n = answers(given);
  const [promoters, detractors] = [atLeast(9, given), n - atLeast(7, given)];
  const [up, down] = [(promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)];
  const halfWidth = z95 * Math.sqrt((up + down - (up - down) ** 2) / (n + 3));
  const interval = within(around(up - down, halfWidth), -1, 1).map((end) => 100 * end) as Interval;
  return { n, value: (100 * (promoters - detractors)) / n, interval };
}

export type Point = { point: number; count: number; share: number; interval: Interval };

export const distribution = (given: Counts): Point[] => {
  const n = answers(given);
  return given.counts.map((count, index) => ({
    point: given.scale.from + index,
    count,
    share: count / n,
    interval: wilson(count, n),
  }));
};

export type Figures = {
  n: number;
  mean: Estimate;
  median: Estimate;
  topBox: Estimate;
  favourable: Estimate;
  nps?: Estimate;
  distribution: Point[];
};
export type TooFew = { n: number; tooFewAnswers: true };

/** All that is told of the answers to one kind of question. */
export function figuresOf(kind: MeasureKind, given: Counts): Figures | TooFew {
  const n = answers(given);
  if (n < fewestAnswers) return { n, tooFewAnswers: true };
  return {
    n,
    mean: mean(given),
    median: median(given),
    topBox: topBox(given),
    favourable: favourable(given),
    ...(kind === 'nps' && { nps: netPromoter(given) }),
    distribution: distribution(given),
  };
}
