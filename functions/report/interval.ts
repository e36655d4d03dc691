/** From where to where the true value lies, with a confidence of 95 %. */
export type Interval = [low: number, high: number];

/** The 97.5 % point of the standard normal distribution. */
export const z95 = 1.959963984540054;

export const around = (middle: number, halfWidth: number): Interval => [middle - halfWidth, middle + halfWidth];

/** No interval says more than the scale can. */
export const within = ([low, high]: Interval, least: number, most: number): Interval => [
  Math.max(low, least),
  Math.min(high, most),
];

/**
 * Wilson's score interval of a proportion: of `n`, `hits` were so. Unlike the textbook interval it holds for few
 * answers and near 0 and 1, and never leaves them.
 */
export function wilson(hits: number, n: number): Interval {
  const share = hits / n;
  const wide = z95 ** 2 / n;
  const middle = (share + wide / 2) / (1 + wide);
  const halfWidth = (z95 * Math.sqrt((share * (1 - share)) / n + wide / (4 * n))) / (1 + wide);
  return within(around(middle, halfWidth), 0, 1);
}

/**
 * The 97.5 % point of Student's t: how much wider an interval of a mean is that rests on few answers. By the expansion
 * of Cornish and Fisher, which is right to three digits from 4 degrees of freedom; those that have fewer are exact.
 */
export function t95(degrees: number): number {
  const exact = [12.706204736, 4.30265273, 3.182446305][degrees - 1];
  if (exact) return exact;
  const z = z95;
  return [
    z,
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ].reduce((sum, term, power) => sum + term / degrees ** power, 0);
}
