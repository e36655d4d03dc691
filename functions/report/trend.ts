import { addCells, type Cell } from './cell.ts';
import { dateOf, daysFrom, numberOf } from './day.ts';
import { type Figures, fewestAnswers, figuresOf, type TooFew } from './measure.ts';
import type { Period } from './period.ts';
import { leastSquares, type Products, type Slope } from './regression.ts';
import { answers, type Counts } from './scale.ts';

export type DayCell = { day: string; cell: Cell };
export type TrendPoint = Period & Pick<Figures, 'n' | 'mean' | 'topBox' | 'favourable' | 'nps'>;
export type Trend = { points: TrendPoint[]; perThirtyDays?: Slope; direction: 'better' | 'worse' | 'no-clear-change' };

const kindOf = (measure: string) => measure.split(':')[0] as Parameters<typeof figuresOf>[0];

/** How a measure went through the days: stretches of time, and the line that fits the answers best. */
export function trendOf(days: readonly DayCell[], measure: string, period: Period): Trend | TooFew {
  const scored = days.flatMap(({ day, cell: { scores } }) =>
    scores[measure] ? [{ day, counts: scores[measure] }] : [],
  );
  const n = scored.reduce((sum, { counts }) => sum + answers(counts), 0);
  if (n < fewestAnswers) return { n, tooFewAnswers: true };
  const points = stretches(days, measure, period).flatMap(({ from, to, cell }) => {
    const figures = figuresOf(kindOf(measure), cell.scores[measure] as Counts);
    if ('tooFewAnswers' in figures) return [];
    const { distribution: _, median: __, ...rest } = figures;
    return [{ from, to, ...rest }];
  });
  const slope = slopeOf(scored);
  const [low, high] = slope?.interval ?? [0, 0];
  const direction = low > 0 ? 'better' : high < 0 ? 'worse' : 'no-clear-change';
  return { points, ...(slope && { perThirtyDays: slope }), direction };
}

/**
 * Days, weeks or months, by how long the period is; a stretch with too few answers goes on into the next, so that none
 * is left out and none can be told from the others and the whole.
 */
function stretches(days: readonly DayCell[], measure: string, { from, to }: Period): (Period & { cell: Cell })[] {
  const all = daysFrom(from, to);
  const length = all <= 31 ? 1 : all <= 182 ? 7 : 30;
  const found: (Period & { cell: Cell })[] = [];
  let open: { from: string; cell?: Cell } = { from };
  const enough = (cell?: Cell) =>
    answers(cell?.scores[measure] ?? { scale: { from: 0, to: 0 }, counts: [] }) >= fewestAnswers;
  const left = [...days];
  for (let first = numberOf(from); first <= numberOf(to); first += length) {
    const last = dateOf(Math.min(first + length - 1, numberOf(to)));
    while (left[0] && left[0].day <= last) {
      const { cell } = left.shift() as DayCell;
      open.cell = open.cell ? addCells(open.cell, cell) : cell;
    }
    if (!open.cell || !enough(open.cell)) continue;
    found.push({ from: open.from, to: last, cell: open.cell });
    open = { from: dateOf(numberOf(last) + 1) };
  }
  const end = found.at(-1);
  if (end && open.cell) found[found.length - 1] = { from: end.from, to, cell: addCells(end.cell, open.cell) };
  return found;
}

/** The change in thirty days of the line through all answers, each on the day its customer was asked. */
function slopeOf(scored: readonly { day: string; counts: Counts }[]): Slope | undefined {
  const start = numberOf(scored[0]?.day ?? '');
  const sums = [0, 0, 0, 0, 0, 0];
  for (const { day, counts } of scored) {
    const x = (numberOf(day) - start) / 30;
    for (const [index, count] of counts.counts.entries()) {
      const y = counts.scale.from + index;
      [1, x, y, x * x, x * y, y * y].forEach((value, i) => {
        sums[i] = (sums[i] ?? 0) + count * value;
      });
    }
  }
  const [n = 0, x = 0, y = 0, xx = 0, xy = 0, yy = 0] = sums;
  const products: Products = [
    [n, x, y],
    [x, xx, xy],
    [y, xy, yy],
  ];
  return leastSquares(products)?.slopes[0];
}
