import { around, type Interval, t95 } from './interval.ts';

/**
 * What least squares need of any number of observations, each of some `x` and one `y`: sums of products, with 1 before
 * the x and y after them. Sums of two days are the sums of both, so a year costs no more than a day.
 */
export type Products = readonly (readonly number[])[];

export const productsOf = (x: readonly number[], y: number): Products => {
  const row = [1, ...x, y];
  return row.map((one) => row.map((other) => one * other));
};

export const addProducts = (one: Products, other: Products): Products =>
  one.map((row, i) => row.map((value, j) => value + (other[i]?.[j] ?? 0)));

export const observations = (products: Products): number => products[0]?.[0] ?? 0;

/** How much y changes when this x is one more and the others are as they were. */
export type Slope = { value: number; interval: Interval };
export type Fit = {
  n: number;
  /** One for each x; undefined for an x that never varied, or only together with one before it. */
  slopes: (Slope | undefined)[];
  /** How much of the variation of y the x explain, 0 to 1. */
  explained: number;
};

/** Ordinary least squares; undefined while there are too few observations, or y never varied. */
export function leastSquares(products: Products): Fit | undefined {
  const n = observations(products);
  const size = products.length - 2;
  const spread = centred(products);
  const total = at(spread, size, size);
  const used: number[] = [];
  let swept = spread;
  for (let i = 0; i < size; i++) {
    // What is left of this x when those before it are taken out.
    if (at(swept, i, i) <= 1e-9 * Math.max(at(spread, i, i), 1e-9)) continue;
    swept = sweep(swept, i);
    used.push(i);
  }
  const degrees = n - used.length - 1;
  if (degrees < 1 || total <= 1e-9 * n || used.length === 0) return undefined;
  const rest = Math.max(0, at(swept, size, size));
  const slopeOf = (i: number): Slope => {
    const halfWidth = t95(degrees) * Math.sqrt((rest / degrees) * at(swept, i, i));
    return { value: at(swept, i, size), interval: around(at(swept, i, size), halfWidth) };
  };
  const slopes = Array.from({ length: size }, (_, i) => (used.includes(i) ? slopeOf(i) : undefined));
  return { n, slopes, explained: Math.min(1, 1 - rest / total) };
}

const at = (matrix: readonly (readonly number[])[], i: number, j: number): number => matrix[i]?.[j] ?? 0;

/** Sums of products about the means: without the column of ones, and without the digits that it would cost. */
function centred(products: Products): number[][] {
  const n = observations(products);
  const sums = products[0] ?? [];
  return products
    .slice(1)
    .map((row, i) => row.slice(1).map((value, j) => value - ((sums[i + 1] ?? 0) * (sums[j + 1] ?? 0)) / n));
}

/**
 * Takes one x into the regression (the sweep operator of Beaton, in Goodnight's form). When all are taken in, their
 * part of the matrix is its inverse, the last column holds their slopes, and the last corner what they leave unexplained.
 */
function sweep(matrix: number[][], k: number): number[][] {
  const pivot = at(matrix, k, k);
  return matrix.map((row, i) =>
    row.map((value, j) => {
      if (i === k) return j === k ? 1 / pivot : value / pivot;
      const own = at(matrix, i, k);
      return j === k ? -own / pivot : value - (own * at(matrix, k, j)) / pivot;
    }),
  );
}
