import { CholeskyDecomposition, Matrix } from 'ml-matrix';
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
  const used = varying(spread, size);
  const degrees = n - used.length - 1;
  if (degrees < 1 || total <= 1e-9 * n || used.length === 0) return undefined;

  const xx = new Matrix(used.map((i) => used.map((j) => at(spread, i, j))));
  const xy = Matrix.columnVector(used.map((i) => at(spread, i, size)));
  const inverse = new CholeskyDecomposition(xx).solve(Matrix.eye(used.length));
  const slopes = inverse.mmul(xy).to1DArray();
  const explainedSum = slopes.reduce((sum, slope, k) => sum + slope * xy.get(k, 0), 0);
  const residual = Math.max(0, total - explainedSum) / degrees;
  const told = slopes.map((value, k) => {
    const halfWidth = t95(degrees) * Math.sqrt(residual * inverse.get(k, k));
    return { value, interval: around(value, halfWidth) };
  });
  return {
    n,
    slopes: Array.from({ length: size }, (_, i) => told[used.indexOf(i)]),
    explained: Math.min(1, explainedSum / total),
  };
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

/** Those x that bring something of their own: what remains of each when those before it are taken out. */
function varying(spread: number[][], size: number): number[] {
  const left = spread.map((row) => [...row]);
  const used: number[] = [];
  for (let i = 0; i < size; i++) {
    const own = at(left, i, i);
    if (own <= 1e-9 * Math.max(at(spread, i, i), 1e-9)) continue;
    used.push(i);
    for (let j = i + 1; j < size; j++) {
      const part = at(left, j, i) / own;
      for (let k = i; k < size; k++) (left[j] as number[])[k] = at(left, j, k) - part * at(left, i, k);
    }
  }
  return used;
}
