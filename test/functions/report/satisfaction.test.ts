import { describe, expect, test } from 'vitest';
import { addCells, type Cell, cellOf, emptyCell } from '../../../functions/report/cell.ts';
import { dateOf, numberOf } from '../../../functions/report/day.ts';
import type { Figures } from '../../../functions/report/measure.ts';
import { satisfaction } from '../../../functions/report/satisfaction.ts';
import { satisfactionCsv } from '../../../functions/report/satisfaction-csv.ts';
import { withoutSmall } from '../../../functions/report/small-groups.ts';
import type { SurveyResult } from '../../../functions/report/survey-result.ts';
import { trendOf } from '../../../functions/report/trend.ts';

const result = (score?: number): SurveyResult => ({
  ...{ surveyId: 'case_1#1#1', day: '2026-11-23', purpose: 'transactional', invited: true, delivered: true },
  groups: { type: 'lost-card', team: 'cards', agent: 'ann', channel: 'app', language: 'fa', campaign: 'none' },
  ...{ started: false, answered: score !== undefined, declined: false, choices: [] },
  ratings: score === undefined ? [] : [{ measure: 'csat:1-5', scale: { from: 1, to: 5 }, value: score }],
});
const cell = (...scores: (number | undefined)[]): Cell =>
  scores.map((score) => cellOf(result(score))).reduce(addCells, emptyCell);
const times = <T>(count: number, value: T): T[] => Array<T>(count).fill(value);

const question = { from: '2026-11-01', to: '2026-11-30', timeZone: 'Asia/Tehran', purpose: 'transactional' } as const;
const row = (day: string, groups: Record<string, Cell>) => ({ day, version: 1, row: { transactional: groups } });
const reportOf = (groups: Record<string, Cell>, all = Object.values(groups).reduce(addCells, emptyCell)) =>
  satisfaction({ ...question, by: 'team' }, { all: [row('2026-11-23', { all })], by: [row('2026-11-23', groups)] });

describe('users ask', () => {
  test('#23 that answers which were only begun are not counted as answers', () => {
    const begun = cellOf({ ...result(), started: true });
    const { total } = reportOf({ cards: [begun, begun, cell(5), cell(undefined)].reduce(addCells) });
    expect(total).toMatchObject({ invited: 4, delivered: 4, started: 3, answered: 1 });
    expect(total.responseRate).toMatchObject({ n: 4, value: 0.25 });
  });
});

describe('a report of satisfaction', () => {
  test('tells how many it rests on and how sure it is with each figure', () => {
    const { total } = reportOf({ cards: cell(5, 5, 4, 3, 1, 5, undefined, undefined) });
    const csat = total.measures[0] as Figures & { measure: string };
    expect(csat).toMatchObject({ measure: 'csat:1-5', n: 6, favourable: { n: 6, value: 4 / 6 } });
    for (const figure of [csat.mean, csat.median, csat.topBox, csat.favourable]) {
      expect(figure.interval[0]).toBeLessThanOrEqual(figure.value);
      expect(figure.interval[1]).toBeGreaterThanOrEqual(figure.value);
    }
  });

  test('without any answer says so, instead of telling a rate of nothing', () => {
    const { total, drivers, trend } = satisfaction(question, { all: [], by: [] });
    expect(total).toEqual({
      ...{ invited: 0, delivered: 0, started: 0, answered: 0, declined: 0, notAsked: {}, measures: [], choices: [] },
    });
    expect([drivers, trend]).toEqual([{ n: 0, tooFewAnswers: true }, {}]);
  });

  test('never counts surveys of one purpose with those of another', () => {
    const rows = [
      { day: '2026-11-23', version: 1, row: { transactional: { all: cell(5) }, relationship: { all: cell(1, 1) } } },
    ];
    const answered = (purpose: 'transactional' | 'relationship') =>
      satisfaction({ ...question, purpose }, { all: rows, by: [] }).total.answered;
    expect([answered('transactional'), answered('relationship')]).toEqual([1, 2]);
  });
});

describe('nobody can be told from a report', () => {
  const answeredIn = (groups: Record<string, Cell>) =>
    Object.fromEntries(Object.entries(withoutSmall(groups)).map(([name, { answered }]) => [name, answered]));

  test('groups with less than five answers are put together', () => {
    expect(answeredIn({ cards: cell(...times(9, 5)), fraud: cell(1, 2, 3), disputes: cell(4, 4) })).toEqual({
      ...{ cards: 9, others: 5 },
    });
  });

  test('a single small group takes the next one with it: the rest of the total would be its own', () => {
    expect(answeredIn({ cards: cell(...times(9, 5)), fraud: cell(1), disputes: cell(...times(6, 4)) })).toEqual({
      ...{ cards: 9, others: 7 },
    });
  });

  test('a group in which nobody answered is told as it is: there is nothing of anybody in it', () => {
    expect(answeredIn({ cards: cell(...times(9, 5)), fraud: cell(undefined) })).toEqual({ cards: 9, fraud: 0 });
  });

  test('the answers of all groups are still all answers', () => {
    const groups = { a: cell(1), b: cell(2, 2), c: cell(...times(30, 3)), d: cell(4, 4, 4, 4), e: cell() };
    const sum = Object.values(answeredIn(groups)).reduce((total, one) => total + one, 0);
    expect(sum).toBe(37);
  });
});

describe('a trend', () => {
  const days = (scores: (day: number) => number[]) =>
    Array.from({ length: 28 }, (_, i) => ({
      day: dateOf(numberOf('2026-11-01') + i),
      cell: cell(...scores(i)),
    }));
  const period = { from: '2026-11-01', to: '2026-11-30' };

  test('that gets worse is told as worse, by how much in thirty days', () => {
    const trend = trendOf(
      days((i) => times(6, i < 14 ? 5 : 3)),
      'csat:1-5',
      period,
    );
    expect(trend).toMatchObject({ direction: 'worse' });
    expect('perThirtyDays' in trend && trend.perThirtyDays?.interval[1]).toBeLessThan(0);
    expect('points' in trend && trend.points.length).toBe(28);
  });

  test('that only goes up and down is told as no clear change', () => {
    expect(
      trendOf(
        days((i) => [1 + (i % 5), 5 - (i % 5)]),
        'csat:1-5',
        period,
      ),
    ).toMatchObject({
      direction: 'no-clear-change',
    });
  });

  test('has no point of less than five answers: a day goes on until there are enough, and the last takes the rest', () => {
    const trend = trendOf(
      days((i) => (i < 13 ? [4] : [])),
      'csat:1-5',
      period,
    );
    const points = 'points' in trend ? trend.points : [];
    expect(points.map(({ from, to, n }) => `${from} ${to} ${n}`)).toEqual([
      '2026-11-01 2026-11-05 5',
      '2026-11-06 2026-11-30 8',
    ]);
  });

  test('of four answers is not told', () => {
    expect(
      trendOf(
        days((i) => (i < 4 ? [4] : [])),
        'csat:1-5',
        period,
      ),
    ).toEqual({ n: 4, tooFewAnswers: true });
  });
});

describe('the report as a table', () => {
  test('has a line for the whole and one for each group, with a head', () => {
    const text = satisfactionCsv(reportOf({ cards: cell(...times(6, 5)), fraud: cell(...times(5, 1)) }));
    const [head = '', ...lines] = text.replace(/\r\n$/, '').split('\r\n');
    expect(head.startsWith('\uFEFFfrom,to,timeZone,purpose,by,group,invited')).toBe(true);
    expect(lines.map((line) => line.split(',')[5])).toEqual(['all', 'cards', 'fraud']);
    expect(new Set([head, ...lines].map((line) => line.split(',').length)).size).toBe(1);
  });

  test('is text to a spreadsheet, whatever a group is called, and numbers stay numbers', () => {
    const names = ['=cmd|calc', '+1', '-1', '@sum', ' =1', '\t=1', '＝1', 'a,b"c'];
    for (const name of names) {
      const line = satisfactionCsv(reportOf({ [name]: cell(...times(6, 5)), z: cell(...times(6, 5)) }));
      expect(line, name).not.toMatch(/(^|,|")\s*[=+@＝]/m);
    }
    expect(satisfactionCsv(reportOf({ 'a,b"c': cell(...times(6, 5)) }))).toContain('"a,b""c"');
  });
});
