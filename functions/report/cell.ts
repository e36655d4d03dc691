import { both, eachOf, plus } from './add.ts';
import { driverProducts } from './drivers.ts';
import { addGaps, type Gaps, gapOf } from './gap.ts';
import { addProducts, type Products } from './regression.ts';
import { type Counts, counted, together } from './scale.ts';
import type { SurveyResult } from './survey-result.ts';

/** What any number of askings came to. The cell of two days is the sum of both; nobody can be told from it. */
export type Cell = {
  invited: number;
  delivered: number;
  started: number;
  answered: number;
  declined: number;
  notAsked: Record<string, number>;
  /** By what was measured: `csat:1-5` for all of a kind, and each question for itself. */
  scores: Record<string, Counts>;
  choices: Record<string, { n: number; chosen: Record<string, number> }>;
  time?: Gaps;
  wishes?: { n: number; fulfilled: number };
  products?: Products;
};

export const emptyCell: Cell = {
  ...{ invited: 0, delivered: 0, started: 0, answered: 0, declined: 0 },
  ...{ notAsked: {}, scores: {}, choices: {} },
};

/** The cell of one asking. An answer is also a start: whoever submits a complete form never sends half of it. */
export function cellOf(result: SurveyResult): Cell {
  const { invited, delivered, answered, declined, driver, timeGap, wishFulfilled } = result;
  return {
    invited: Number(invited),
    delivered: Number(delivered || answered),
    started: Number(result.started || answered),
    answered: Number(answered),
    declined: Number(declined),
    notAsked: result.notAsked ? { [result.notAsked]: 1 } : {},
    ...said(result),
    ...(timeGap !== undefined && { time: gapOf(timeGap) }),
    ...(wishFulfilled !== undefined && { wishes: { n: 1, fulfilled: Number(wishFulfilled) } }),
    ...(driver && { products: driverProducts(driver.experience, driver.score) }),
  };
}

/** What was said, without who was asked. */
export const said = ({ ratings, choices }: Pick<SurveyResult, 'ratings' | 'choices'>) => ({
  scores: Object.fromEntries(ratings.map(({ measure, scale, value }) => [measure, counted(scale, value)])),
  choices: Object.fromEntries(choices.map(({ measure, chosen }) => [measure, { n: 1, chosen: once(chosen) }])),
});

export function addCells(one: Cell, other: Cell): Cell {
  const time = both(one.time, other.time, addGaps);
  const wishes = both(one.wishes, other.wishes, (a, b) => ({ n: a.n + b.n, fulfilled: a.fulfilled + b.fulfilled }));
  const products = both(one.products, other.products, addProducts);
  return {
    invited: one.invited + other.invited,
    delivered: one.delivered + other.delivered,
    started: one.started + other.started,
    answered: one.answered + other.answered,
    declined: one.declined + other.declined,
    notAsked: eachOf(one.notAsked, other.notAsked, plus),
    scores: eachOf(one.scores, other.scores, together),
    choices: eachOf(one.choices, other.choices, (a, b) => ({ n: a.n + b.n, chosen: eachOf(a.chosen, b.chosen, plus) })),
    ...(time && { time }),
    ...(wishes && { wishes }),
    ...(products && { products }),
  };
}

const once = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 1]));
