import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { addCaseCells, type CaseCell, caseCellOf, emptyCaseCell } from '../../../functions/report/case-cell.ts';
import { type CaseReport, caseReport } from '../../../functions/report/case-report.ts';
import { caseReportCsv } from '../../../functions/report/case-report-csv.ts';
import { type CaseResult, caseResultOf } from '../../../functions/report/case-result.ts';
import { caseTally } from '../../../functions/report/case-tally.ts';
import { dateOf, numberOf } from '../../../functions/report/day.ts';
import { addDurations, duration, durationFigures } from '../../../functions/report/durations.ts';
import type { CaseBy } from '../../../functions/report/report.ts';
import { rollUp } from '../../../functions/report/roll-up.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { after, day, hour, minute } from '../../../functions/shared/now.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import { startEntries } from '../../support/entries.ts';
import * as f from '../../support/facts.ts';
import { httpEvent } from '../../support/http-event.ts';
import { reportWorld } from './report-world.ts';

const { db } = await startEntries({ manager: 'any' });
const { handler } = await import('../../../functions/report/show-cases.api.ts');
const ask = async (query: Record<string, string>) => {
  const event = httpEvent({ route: 'GET /reports/cases', query, claims: { sub: 'mia', roles: '[manager]' } });
  const { statusCode, headers, body } = await handler(event);
  return { statusCode, type: headers?.['content-type'], body: String(body) };
};
const report = async (by?: CaseBy) =>
  JSON.parse((await ask({ from: today, to: today, ...(by && { by }) })).body) as CaseReport;

// Each test has a day of its own.
let year = 2070;
let today: string;
let world: ReturnType<typeof reportWorld>;
beforeEach(() => {
  today = `${year++}-11-23`;
  world = reportWorld(db);
});
const noon = () => `${today}T12:00:00.000Z`;

/** A case in which this happened, each so long after it was opened (milliseconds). */
async function happened(...facts: [fact: CaseFact, later: number][]): Promise<string> {
  const caseId = newId('case');
  for (const [fact, later] of facts) await world.happens(caseId, [fact], after(noon(), later));
  return caseId;
}
const reopened: CaseFact = { kind: 'case-reopened', data: { cycle: 2, reason: 'not-solved' } };
const cancelled: CaseFact = {
  kind: 'case-cancelled',
  data: { reason: 'duplicate', accounts: 'keep-frozen', frozen: [] },
};

describe('GET /reports/cases', () => {
  test('tells how those that were opened ended, however much later', async () => {
    await happened([f.opened, 0], [f.freezeCompleted, 40_000], [f.closed, 3 * day]);
    await happened([f.opened, 0], [f.freezeCompleted, 20_000], [f.closed, day], [reopened, 2 * day]);
    await happened([f.paymentFlagged, 0], [cancelled, hour]);
    await happened([f.opened, 0]);
    await rollUp(world.world);
    const { total } = await report();
    expect(total).toMatchObject({ opened: 4, open: 2, closed: 1, cancelled: 1, merged: 0, reopened: 1, reopenings: 1 });
    expect(total.resolutions).toEqual({ resolved: 1 });
    expect(total.timeToFreeze).toEqual({
      ...{ n: 2, meanSeconds: 30, halfWithinSeconds: 60, ninetyPercentWithinSeconds: 60 },
    });
    expect(total.timeToClose).toMatchObject({ n: 1, meanSeconds: (3 * day) / 1000 });
    expect(total.reopenedShare).toMatchObject({ n: 4, value: 0.25 });
  });

  test('tells them by type, team, channel and priority, and complaints by what they are about', async () => {
    await happened([f.opened, 0]);
    await happened([f.paymentFlagged, 0]);
    await happened([f.complained, 0], [f.acknowledged, 2 * minute]);
    await rollUp(world.world);
    const groups = async (by: CaseBy) => (await report(by)).groups?.map(({ group, opened }) => `${group} ${opened}`);
    expect(await groups('type')).toEqual(['complaint 1', 'lost-card 1', 'suspicious-payment 1']);
    expect(await groups('team')).toEqual(['cards 1', 'complaints 1', 'fraud 1']);
    expect(await groups('channel')).toEqual(['app 1', 'detection 1', 'web 1']);
    expect(await groups('priority')).toEqual(['normal 3']);
    expect(await groups('topic')).toEqual(['delay 1', 'none 2']);
    expect((await report('topic')).groups?.[0]?.timeToAcknowledge).toMatchObject({ n: 1, meanSeconds: 120 });
  });

  test('as a table has a line for the whole and for each group, and as many cells in each', async () => {
    await happened([f.opened, 0], [f.closed, day]);
    await happened([f.paymentFlagged, 0]);
    await rollUp(world.world);
    const { type, body } = await ask({ from: today, to: today, by: 'type', format: 'csv' });
    expect(type).toBe('text/csv; charset=utf-8');
    const lines = body.trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(new Set(lines.map((line) => line.split(',').length)).size).toBe(1);
    expect(lines[0]).toContain('complaint-rejected');
    expect(lines[2]).toContain(',lost-card,1,0,1,0,0,');
  });

  test('counts no asking of a campaign as a case', async () => {
    const survey = { id: 'relationship', version: 0 };
    const selected = { customerId: 'cus_1', campaignId: 'campaign_1', survey };
    await happened([{ kind: 'customer-selected', data: selected }, 0]);
    await rollUp(world.world);
    expect((await report()).total.opened).toBe(0);
  });

  test('is the same after a sweep that came twice, and after one that was killed at any call', async () => {
    await killedAtEveryCall(async (kill, where) => {
      today = `${year++}-11-23`;
      await happened([f.opened, 0], [f.closed, day]);
      await happened([f.opened, 0]);
      const { news, results } = reportWorld(kill(db));
      await rollUp({ ...world.world, news, results }).catch(() => undefined);
      await rollUp(world.world);
      await rollUp(world.world);
      expect((await report()).total, where).toMatchObject({ opened: 2, open: 1, closed: 1 });
    });
  }, 60_000);
});

describe('a promise', () => {
  const readings = (...all: [clock: string, state: string, breachedAt?: string][]) => ({
    timeZone: 'UTC',
    readSla: () => all.map(([clock, state, breachedAt]) => ({ clock, state, breachedAt })),
  });
  test('is kept when its clock stopped in time, broken when it did not, and neither while it runs', async () => {
    const caseId = await happened([f.opened, 0]);
    const clocks = readings(
      ['first-response', 'stopped'],
      ['resolution', 'running', noon()],
      ['progress-update', 'paused'],
    );
    const result = caseResultOf(await world.world.history(caseId), clocks) as CaseResult;
    const told = reportOf([result]);
    expect(told.total.promises).toMatchObject({
      'first-response': { kept: 1, broken: 0, running: 0, keptShare: { n: 1, value: 1 } },
      resolution: { kept: 0, broken: 1, running: 0, keptShare: { value: 0 } },
      'progress-update': { kept: 0, broken: 0, running: 1 },
    });
    expect(told.total.promises['progress-update']).not.toHaveProperty('keptShare');
  });
});

const reportOf = (results: CaseResult[]) => {
  const all = results.map(caseCellOf).reduce(addCaseCells, emptyCaseCell);
  return caseReport(
    { from: today, to: today, timeZone: 'UTC' },
    { all: [{ day: today, version: 1, row: { all } }], by: [] },
  );
};

describe('how long it took', () => {
  test('is told by a mean and by what half and nine in ten did not exceed', () => {
    const took = [30_000, minute, 2 * minute, 10 * minute, hour, 2 * hour, 3 * hour, day, 8 * day, 200 * day];
    const figures = durationFigures(took.map(duration).reduce(addDurations));
    const mean = took.reduce((sum, one) => sum + one, 0) / took.length / 1000;
    expect(figures).toEqual({
      ...{ n: 10, meanSeconds: Math.round(mean), halfWithinSeconds: 3_600, ninetyPercentWithinSeconds: 14 * 86_400 },
    });
  });

  test('of what took longer than anything is told by its mean alone', () => {
    expect(durationFigures(duration(400 * day))).toEqual({ n: 1, meanSeconds: 400 * 86_400 });
  });
});

test('a report costs the same for a thousand cases and for a million', async () => {
  const cost = async (cases: number, from: string) => {
    let cell: CaseCell = caseCellOf((await oneCase()) as CaseResult);
    for (let sum = 1; sum < cases / 30; sum *= 2) cell = addCaseCells(cell, cell);
    for (let i = 0; i < 30; i++) {
      const rollUp = { day: dateOf(numberOf(from) + i), version: 0, row: { cards: cell } };
      await world.results.saveRollUp(caseTally.nameOf('team'), rollUp);
    }
    let calls = 0;
    const send = (command: never) => {
      calls++;
      return db.send(command);
    };
    const counting = reportWorld({ send } as unknown as typeof db).results;
    const rows = await counting.rollUps(caseTally.nameOf('team'), from, dateOf(numberOf(from) + 29));
    return { calls, units: Math.ceil(JSON.stringify(rows).length / 4096) };
  };
  const [thousand, million] = [await cost(1_000, '2061-03-01'), await cost(1_000_000, '2061-06-01')];
  expect(thousand.calls).toBe(1);
  expect(million.calls).toBe(1);
  expect(million.units / thousand.units).toBeLessThanOrEqual(1.05);
});
const oneCase = async () => {
  const caseId = await happened([f.opened, 0], [f.freezeCompleted, minute], [f.closed, day]);
  return caseResultOf(await world.world.history(caseId), { timeZone: 'UTC', readSla: () => [] });
};

test('the table has a cell for every resolution and every promise, whatever there was', () => {
  const lines = caseReportCsv(reportOf([])).trim().split('\r\n');
  expect(lines[1]?.split(',')).toHaveLength(lines[0]?.split(',').length ?? 0);
  expect(lines[0]).toContain('first-responseKeptShareLow');
});
