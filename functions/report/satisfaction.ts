import { addCells, type Cell, emptyCell } from './cell.ts';
import { type Drivers, driversOf } from './drivers.ts';
import { type GapFigures, gapFigures } from './gap.ts';
import { type Interval, wilson } from './interval.ts';
import { type Figures, fewestAnswers, figuresOf, type MeasureKind, rate, type TooFew } from './measure.ts';
import type { Period } from './period.ts';
import type { By, Purpose } from './report.ts';
import type { RollUp } from './result-store.ts';
import type { SatisfactionRow } from './satisfaction-row.ts';
import type { Estimate } from './scale.ts';
import { type Groups, withoutSmall } from './small-groups.ts';
import { type Trend, trendOf } from './trend.ts';

export type Measure = { measure: string; kind: MeasureKind; from: number; to: number } & (Figures | TooFew);
export type Choice = { question: string; n: number } & (
  | { options: { option: string; count: number; share: number; interval: Interval }[] }
  | { tooFewAnswers: true }
);
export type Told = {
  invited: number;
  delivered: number;
  started: number;
  answered: number;
  declined: number;
  notAsked: Record<string, number>;
  responseRate?: Estimate;
  measures: Measure[];
  choices: Choice[];
};
export type Satisfaction = Period & {
  timeZone: string;
  purpose: Purpose;
  fewestAnswers: number;
  total: Told;
  by?: By;
  groups?: ({ group: string } & Told)[];
  trend: Record<string, Trend | TooFew>;
  drivers: Drivers | TooFew;
  /** Perceived less expected, in steps of time. */
  timeGap: GapFigures | TooFew;
  wishesFulfilled: Estimate | TooFew;
};

type Question = Period & { timeZone: string; purpose: Purpose; by?: By | undefined };
type Rows = { all: readonly RollUp[]; by: readonly RollUp[] };

/** The report, from what the days came to. It takes as long for a thousand answers as for a million. */
export function satisfaction({ from, to, timeZone, purpose, by }: Question, rows: Rows): Satisfaction {
  const days = rows.all.map(({ day, row }) => ({ day, cell: groupsOf(row, purpose).all ?? emptyCell }));
  const whole = days.map(({ cell }) => cell).reduce(addCells, emptyCell);
  const { time, wishes, products } = whole;
  const headlines = Object.keys(whole.scores).filter(isHeadline).sort();
  return {
    ...{ from, to, timeZone, purpose, fewestAnswers },
    total: tell(whole),
    ...(by && { by, groups: groups(rows.by, purpose) }),
    trend: Object.fromEntries(headlines.map((measure) => [measure, trendOf(days, measure, { from, to })])),
    drivers: driversOf(products),
    timeGap: gapFigures(time ?? { n: 0, sum: 0, squares: 0, worse: 0 }),
    wishesFulfilled: shareOf(wishes?.fulfilled ?? 0, wishes?.n ?? 0),
  };
}

const groupsOf = (row: unknown, purpose: Purpose): Groups => (row as SatisfactionRow)[purpose] ?? {};

/** `csat:1-5` is the whole of a kind; `csat:1-5:after-case/speed` is one question. */
const isHeadline = (measure: string): boolean => measure.split(':').length === 2;

function groups(rows: readonly RollUp[], purpose: Purpose): ({ group: string } & Told)[] {
  const sums: Groups = {};
  for (const { row } of rows) {
    for (const [name, cell] of Object.entries(groupsOf(row, purpose)))
      sums[name] = addCells(sums[name] ?? emptyCell, cell);
  }
  return Object.entries(withoutSmall(sums))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([group, cell]) => ({ group, ...tell(cell) }));
}

function tell(cell: Cell): Told {
  const { invited, delivered, started, answered, declined, notAsked } = cell;
  const responseRate = rate(answered, invited);
  return {
    ...{ invited, delivered, started, answered, declined, notAsked },
    ...(responseRate && { responseRate }),
    measures: Object.entries(cell.scores)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([measure, counts]) => {
        const kind = measure.slice(0, measure.indexOf(':')) as MeasureKind;
        return { measure, kind, ...counts.scale, ...figuresOf(kind, counts) };
      }),
    choices: Object.entries(cell.choices).map(([question, { n, chosen }]) => choice(question, n, chosen)),
  };
}

function choice(question: string, n: number, chosen: Record<string, number>): Choice {
  if (n < fewestAnswers) return { question, n, tooFewAnswers: true };
  const options = Object.entries(chosen).sort(([, one], [, other]) => other - one);
  return {
    question,
    n,
    options: options.map(([option, count]) => ({ option, count, share: count / n, interval: wilson(count, n) })),
  };
}

const shareOf = (hits: number, n: number): Estimate | TooFew =>
  n < fewestAnswers ? { n, tooFewAnswers: true } : { n, value: hits / n, interval: wilson(hits, n) };
