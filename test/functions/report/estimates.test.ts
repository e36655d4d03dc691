import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as library from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { t95, wilson } from '../../../functions/report/interval.ts';
import { favourable, figuresOf, netPromoter, topBox } from '../../../functions/report/measure.ts';
import { type Counts, mean, median, noAnswers, together } from '../../../functions/report/scale.ts';

type Reference = {
  wilson: { hits: number; n: number; interval: [number, number] }[];
  t95: { degrees: number; value: number }[];
  scores: {
    from: number;
    to: number;
    answers: number[];
    mean: number;
    meanInterval: [number, number];
    median: number;
  }[];
};
// What scipy says of the same answers; the file names its version and the functions that were called.
const reference: Reference = JSON.parse(readFileSync(join(import.meta.dirname, 'computed-with-scipy.json'), 'utf8'));

const counted = (answers: readonly number[], from = 1, to = 5): Counts => ({
  scale: { from, to },
  counts: Array.from({ length: to - from + 1 }, (_, i) => answers.filter((one) => one === from + i).length),
});
const times = (count: number, answer: number) => Array<number>(count).fill(answer);

describe('a proportion', () => {
  test.each(reference.wilson)('of $hits in $n has the interval that scipy computes', ({ hits, n, interval }) => {
    expect(wilson(hits, n)[0]).toBeCloseTo(interval[0], 8);
    expect(wilson(hits, n)[1]).toBeCloseTo(interval[1], 8);
  });

  test('has the interval published for it by Newcombe (1998, table I, method 3)', () => {
    const published: [number, number, string][] = [
      [81, 263, '0.2553 0.3662'],
      [15, 148, '0.0624 0.1605'],
      [0, 20, '0.0000 0.1611'],
      [1, 29, '0.0061 0.1718'],
    ];
    for (const [hits, n, interval] of published) {
      expect(
        wilson(hits, n)
          .map((end) => end.toFixed(4))
          .join(' '),
      ).toBe(interval);
    }
  });

  test('covers the truth in about 95 of 100 samples, by counting every possible sample', () => {
    for (const [n, truth] of [
      [20, 0.5],
      [40, 0.8],
      [100, 0.9],
    ] as const) {
      let covered = 0;
      for (let hits = 0; hits <= n; hits++) {
        const [low, high] = wilson(hits, n);
        if (low <= truth && truth <= high) covered += binomial(n, hits, truth);
      }
      expect(covered).toBeGreaterThan(0.92);
      expect(covered).toBeLessThan(0.98);
    }
  });
});

test.each(reference.t95)('an interval of a mean with $degrees degrees of freedom is $value wide', (given) => {
  expect(t95(given.degrees) / given.value).toBeCloseTo(1, 3);
});

describe.each(reference.scores)('$answers.length answers on a scale from $from to $to', (given) => {
  const counts = counted(given.answers, given.from, given.to);

  test('have the mean and its interval that scipy computes from the answers themselves', () => {
    const { n, value, interval } = mean(counts);
    expect(n).toBe(given.answers.length);
    expect(value).toBeCloseTo(given.mean, 7);
    expect(interval[0]).toBeCloseTo(Math.max(given.meanInterval[0], given.from), 2);
    expect(interval[1]).toBeCloseTo(Math.min(given.meanInterval[1], given.to), 2);
  });

  test('have the median that numpy and another library compute, inside its interval', () => {
    const { value, interval } = median(counts);
    expect(value).toBe(given.median);
    expect(value).toBe(library.median(given.answers));
    expect(interval[0]).toBeLessThanOrEqual(value);
    expect(interval[1]).toBeGreaterThanOrEqual(value);
  });

  test('come to the same whether they were counted in one day or in many', () => {
    const days = [0, 1, 2].map((day) =>
      counted(
        given.answers.filter((_, i) => i % 3 === day),
        given.from,
        given.to,
      ),
    );
    expect(days.reduce(together, noAnswers(counts.scale))).toEqual(counts);
  });
});

test('the ranks of the interval of a median hold it in at least 95 of 100 samples', () => {
  for (const n of [5, 6, 10, 25, 101, 1000]) {
    const [low, high] = median({ scale: { from: 1, to: n }, counts: times(n, 1) }).interval; // the answers are the ranks
    let held = 0;
    for (let below = low; below < high; below++) held += binomial(n, below, 0.5);
    expect(held, `of ${n}`).toBeGreaterThan(n < 6 ? 0.93 : 0.949); // five answers cannot promise more
  }
});

describe('a net promoter score', () => {
  const given = counted([...times(50, 10), ...times(10, 9), ...times(25, 8), ...times(5, 6), ...times(10, 0)], 0, 10);

  test('is promoters less detractors, in points of a hundred', () => {
    expect(netPromoter(given)).toMatchObject({ n: 100, value: 45 });
  });

  test('has the adjusted Wald interval: ¾ more at either end, three more in all', () => {
    const [up, down, n] = [60.75 / 103, 15.75 / 103, 103];
    const halfWidth = 1.959964 * Math.sqrt((up + down - (up - down) ** 2) / n);
    const { interval } = netPromoter(given);
    expect(interval[0]).toBeCloseTo(100 * (up - down - halfWidth), 4);
    expect(interval[1]).toBeCloseTo(100 * (up - down + halfWidth), 4);
  });

  test('agrees with twenty thousand samples drawn from the same answers', () => {
    const values = [...times(60, 100), ...times(25, 0), ...times(15, -100)];
    const random = randomFrom(7);
    const draw = () => library.mean(values.map(() => values[Math.floor(random() * values.length)] ?? 0));
    const drawn = Array.from({ length: 20_000 }, draw);
    const { interval } = netPromoter(given);
    expect(Math.abs(interval[0] - library.quantile(drawn, 0.025))).toBeLessThan(2);
    expect(Math.abs(interval[1] - library.quantile(drawn, 0.975))).toBeLessThan(2);
  });

  test('is as uncertain as it is when everybody is of one mind, and never beyond a hundred', () => {
    const { value, interval } = netPromoter(counted(times(6, 10), 0, 10));
    expect(value).toBe(100);
    expect(interval[0]).toBeLessThan(95);
    expect(interval[1]).toBeLessThanOrEqual(100);
  });
});

describe('answers to one kind of question', () => {
  test('are told by the highest point and by all above the middle of the scale', () => {
    const five = counted([5, 5, 4, 3, 2, 1]);
    expect([topBox(five).value, favourable(five).value]).toEqual([2 / 6, 3 / 6]);
    const seven = counted([7, 6, 5, 4, 1], 1, 7);
    expect([topBox(seven).value, favourable(seven).value]).toEqual([1 / 5, 3 / 5]);
  });

  test('are not told at all below five: a figure of four is the opinion of people one could name', () => {
    expect(figuresOf('csat', counted([1, 5, 5, 5]))).toEqual({ n: 4, tooFewAnswers: true });
    expect(figuresOf('csat', counted([1, 5, 5, 5, 4]))).toMatchObject({ n: 5, mean: { n: 5, value: 4 } });
  });

  test('have a share and an interval for every point of the scale, also for those that nobody chose', () => {
    const figures = figuresOf('nps', counted(times(10, 9), 0, 10));
    if ('tooFewAnswers' in figures) throw new Error('ten answers are enough');
    expect(figures.distribution.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0]);
    expect(figures.distribution.every(({ interval: [low, high] }) => low >= 0 && high <= 1 && low < high)).toBe(true);
  });
});

function binomial(n: number, hits: number, truth: number): number {
  let logarithm = hits * Math.log(truth) + (n - hits) * Math.log(1 - truth);
  for (let i = 1; i <= hits; i++) logarithm += Math.log(n - hits + i) - Math.log(i);
  return Math.exp(logarithm);
}

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
