import { beforeAll, describe, expect, test } from 'vitest';
import { addCells, cellOf, emptyCell } from '../../../functions/report/cell.ts';
import { dateOf, numberOf } from '../../../functions/report/day.ts';
import type { Satisfaction } from '../../../functions/report/satisfaction.ts';
import { rollUpName } from '../../../functions/report/satisfaction-row.ts';
import { startEntries } from '../../support/entries.ts';
import { httpEvent } from '../../support/http-event.ts';
import { reportWorld } from './report-world.ts';

const { db } = await startEntries({ manager: 'any' });
const { handler } = await import('../../../functions/report/show-satisfaction.api.ts');
const { results } = reportWorld(db);

const ask = async (query: Record<string, string>) => {
  const event = httpEvent({ route: 'GET /reports/satisfaction', query, claims: { sub: 'mia', roles: '[manager]' } });
  const { statusCode, headers, body } = await handler(event);
  return { statusCode, type: headers?.['content-type'], body: String(body) };
};
const report = async (query: Record<string, string>) => JSON.parse((await ask(query)).body) as Satisfaction;

/** Thirty days on which as many were asked, in two teams. */
async function asManyAs(answers: number, from: string): Promise<void> {
  const groups = { type: 'lost-card', team: 'cards', agent: 'ann', channel: 'app', language: 'en', campaign: 'none' };
  const one = cellOf({
    ...{ surveyId: '', day: from, purpose: 'transactional', groups, invited: true, delivered: true, started: true },
    ...{ answered: true, declined: false, choices: [], ratings: [rating(4)] },
    driver: { experience: { hoursToFreeze: 0.25, reopened: 0, slaBreached: false }, score: 4 },
  });
  let cell = one;
  for (let sum = 1; sum < answers / 30; sum *= 2) cell = addCells(cell, cell);
  for (let i = 0; i < 30; i++) {
    const day = dateOf(numberOf(from) + i);
    for (const way of ['all', 'team'] as const) {
      const row = { transactional: way === 'all' ? { all: cell } : { cards: cell, fraud: addCells(one, emptyCell) } };
      await results.saveRollUp(rollUpName(way), { day, version: 0, row });
    }
  }
}
const rating = (value: number) => ({ measure: 'csat:1-5', scale: { from: 1, to: 5 }, value });

beforeAll(async () => {
  await asManyAs(1_000, '2026-03-01');
  await asManyAs(1_000_000, '2026-06-01');
});

describe('GET /reports/satisfaction', () => {
  test('tells the whole and the groups', async () => {
    const { total, groups, by, timeZone } = await report({ from: '2026-03-01', to: '2026-03-30', by: 'team' });
    expect([by, timeZone]).toEqual(['team', 'Europe/Berlin']);
    expect(total.answered).toBeGreaterThanOrEqual(1_000);
    expect(groups?.map(({ group }) => group)).toEqual(['cards', 'fraud']);
  });

  test('as a table is CSV in UTF-8', async () => {
    const { type, body } = await ask({ from: '2026-03-01', to: '2026-03-30', by: 'team', format: 'csv' });
    expect(type).toBe('text/csv; charset=utf-8');
    expect(body.split('\r\n')).toHaveLength(5); // a head, the whole, two teams, and the end
  });

  test('without days is about the last ninety', async () => {
    const { from, to } = await report({});
    expect(numberOf(to) - numberOf(from) + 1).toBe(90);
  });

  test.each([
    [{ from: '2026-03-30', to: '2026-03-01' }, 'to must not be before from'],
    [{ from: '2025-01-01', to: '2026-12-31' }, 'from must be at most 366 days before to'],
    [{ from: '2026-02-30' }, 'from is malformed'],
    [{ by: 'customer' }, 'by must be one of'],
  ])('%j is refused: %s', async (query, message) => {
    const { statusCode, body } = await ask(query);
    const { errors } = JSON.parse(body) as { errors: { field: string; message: string }[] };
    expect(statusCode).toBe(400);
    expect(errors.map((one) => `${one.field} ${one.message}`).join()).toContain(message);
  });
});

test('a report costs the same for a thousand answers and for a million', async () => {
  const cost = async (from: string) => {
    let calls = 0;
    let bytes = 0;
    const send = (command: never) => {
      calls++;
      return db.send(command);
    };
    const counting = { send } as unknown as typeof db;
    const rows = await reportWorld(counting).results.rollUps(rollUpName('team'), from, dateOf(numberOf(from) + 29));
    for (const row of rows) bytes += JSON.stringify(row).length;
    return { calls, units: Math.ceil(bytes / 4096), days: rows.length };
  };
  const [thousand, million] = [await cost('2026-03-01'), await cost('2026-06-01')];
  expect(thousand).toEqual({ calls: 1, units: expect.any(Number), days: 30 });
  expect(million.calls).toBe(thousand.calls);
  expect(million.units / thousand.units).toBeLessThanOrEqual(1.05);
});
