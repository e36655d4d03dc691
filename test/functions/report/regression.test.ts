import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as library from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { driverProducts, driversOf } from '../../../functions/report/drivers.ts';
import { addGaps, gapFigures, gapOf } from '../../../functions/report/gap.ts';
import { addProducts, leastSquares, type Products, productsOf } from '../../../functions/report/regression.ts';

type Row = [hours: number, reopened: number, breached: 0 | 1, score: number];
type Reference = {
  regressions: { rows: Row[]; n: number; slopes: { value: number; interval: [number, number] }[]; explained: number }[];
};
const { regressions }: Reference = JSON.parse(
  readFileSync(join(import.meta.dirname, 'computed-with-scipy.json'), 'utf8'),
);

const sum = (products: Products[]): Products => products.reduce(addProducts);
const productsOfRows = (rows: Row[]) =>
  rows.map(([hoursToFreeze, reopened, breached, score]) =>
    driverProducts({ hoursToFreeze, reopened, slaBreached: breached === 1 }, score),
  );

describe.each(regressions)('the drivers of $n scores', ({ rows, n, slopes, explained }) => {
  test('are those that numpy finds from the cases themselves, with their intervals', () => {
    const found = leastSquares(sum(productsOfRows(rows)));
    expect(found?.n).toBe(n);
    for (const [i, slope] of slopes.entries()) {
      expect(found?.slopes[i]?.value).toBeCloseTo(slope.value, 6);
      expect(found?.slopes[i]?.interval[0]).toBeCloseTo(slope.interval[0], 3);
      expect(found?.slopes[i]?.interval[1]).toBeCloseTo(slope.interval[1], 3);
    }
    expect(found?.explained).toBeCloseTo(explained, 6);
  });

  test('are told with a warning, as they rest on less than a hundred', () => {
    const told = driversOf(sum(productsOfRows(rows)));
    expect(told).toMatchObject({ n, warning: expect.stringContaining(`${n} answers`) });
    expect('drivers' in told && told.drivers.map(({ name }) => name)).toEqual([
      'hoursToFreeze',
      'reopened',
      'slaBreached',
    ]);
  });
});

test('a line through one driver is the line another library draws', () => {
  const points = Array.from({ length: 30 }, (_, i) => [i, 5 - 0.1 * i + ((i * 7) % 5) / 10] as const);
  const line = library.linearRegression(points.map(([x, y]) => [x, y]));
  expect(leastSquares(sum(points.map(([x, y]) => productsOf([x], y))))?.slopes[0]?.value).toBeCloseTo(line.m, 9);
});

test('with a hundred answers there is no warning any more', () => {
  const rows = Array.from({ length: 100 }, (_, i): Row => [i % 7, i % 3, i % 2 ? 1 : 0, 1 + (i % 5)]);
  expect(driversOf(sum(productsOfRows(rows)))).not.toHaveProperty('warning');
});

test('what never varied explains nothing, and says so instead of breaking the rest', () => {
  const rows = Array.from({ length: 40 }, (_, i): Row => [i % 9, 0, 0, 5 - Math.min(4, i % 9)]);
  const told = driversOf(sum(productsOfRows(rows)));
  expect('drivers' in told && told.drivers.slice(1)).toEqual([
    { name: 'reopened', neverVaried: true },
    { name: 'slaBreached', neverVaried: true },
  ]);
  expect('drivers' in told && told.drivers[0]).toMatchObject({ value: expect.any(Number) });
});

test('two drivers that always go together are told as one', () => {
  const rows = Array.from({ length: 40 }, (_, i): Row => [i % 2, i % 3, i % 2 ? 1 : 0, 1 + ((i * 7) % 5)]);
  const told = driversOf(sum(productsOfRows(rows)));
  expect('drivers' in told && told.drivers.map((one) => 'neverVaried' in one)).toEqual([false, false, true]);
});

test('hours in the millions lose no digit that matters', () => {
  const rows = Array.from({ length: 200 }, (_, i): Row => [1e6 + (i % 10), 0, 0, 5 - (i % 10 > 4 ? 1 : 0)]);
  const near = rows.map(([hours, ...rest]): Row => [hours - 1e6, ...rest]);
  const [far, close] = [rows, near].map((given) => leastSquares(sum(productsOfRows(given)))?.slopes[0]?.value ?? 0);
  expect(far).toBeCloseTo(close as number, 4);
});

test('nothing is said of drivers when everybody gave the same score, or nobody any', () => {
  const same = Array.from({ length: 40 }, (_, i): Row => [i, i % 2, 0, 5]);
  expect(driversOf(sum(productsOfRows(same)))).toEqual({ n: 40, tooFewAnswers: true });
  expect(driversOf(undefined)).toEqual({ n: 0, tooFewAnswers: true });
});

describe('the gap between what was expected and what was perceived', () => {
  const pairs: [number, number][] = [
    [5, 3],
    [4, 4],
    [3, 4],
    [5, 2],
    [4, 3],
    [5, 5],
  ];
  const all = pairs.map(([expected, perceived]) => gapOf(perceived - expected)).reduce(addGaps);

  test('is the mean of the differences, person by person', () => {
    const differences = pairs.map(([expected, perceived]) => perceived - expected);
    const told = gapFigures(all);
    expect(told).toMatchObject({ n: 6, worseThanExpected: 0.5 });
    expect('mean' in told && told.mean).toBeCloseTo(library.mean(differences), 12);
    const halfWidth = 2.570582 * (library.sampleStandardDeviation(differences) / Math.sqrt(6));
    expect('interval' in told && told.interval[1] - told.mean).toBeCloseTo(halfWidth, 2);
  });

  test('of four people is not told', () => {
    expect(
      gapFigures(
        pairs
          .slice(0, 4)
          .map(([a, b]) => gapOf(b - a))
          .reduce(addGaps),
      ),
    ).toEqual({
      n: 4,
      tooFewAnswers: true,
    });
  });
});
