import { beforeAll, describe, expect, test } from 'vitest';
import type { Observation } from '../../../functions/observation/observation.ts';
import { observationStore } from '../../../functions/observation/observation-store.ts';
import { startEntries } from '../../support/entries.ts';
import { httpEvent } from '../../support/http-event.ts';
import { tableNames } from '../../support/tables.ts';

const { db } = await startEntries({ auditor: 'any' });
const { handler } = await import('../../../functions/observation/list-observations.api.ts');
const store = observationStore(db, tableNames.OBSERVATIONS_TABLE);

const goodwill = (at: string, more: Partial<Observation> = {}): Observation => ({
  ...{ id: `${at}.1`, kind: 'goodwill', at, by: 'ann', caseId: `case_${'1'.repeat(26)}`, seq: 7 },
  data: { amount: 900, currency: 'EUR' },
  ...more,
});
const days = ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01', '2026-12-01', '2027-01-01'];
beforeAll(async () => {
  for (const day of days) await store.note(goodwill(`${day}T09:00:00.000Z`));
  await store.note({
    ...goodwill('2026-10-05T09:00:00.000Z'),
    id: 'b',
    kind: 'mail-bounced',
    data: { letter: 'case-closed' },
  });
});

async function ask(query: Record<string, string>, roles = '[auditor]') {
  const claims = { sub: 'audrey', roles };
  const {
    body = '',
    statusCode,
    headers,
  } = await handler(httpEvent({ route: 'GET /audit/observations', query, claims }));
  return { status: statusCode, type: headers?.['content-type'], body };
}
type Answer = { items: (Observation & { why: string })[]; next?: string; errors?: { field: string }[] };
const json = async (query: Record<string, string>): Promise<Answer> => JSON.parse((await ask(query)).body);
const autumn = { report: 'overrides', from: '2026-09-01T00:00:00.000Z', to: '2027-02-01T00:00:00.000Z' };
const daysOf = ({ items }: Answer) => items.map(({ at }) => at.slice(0, 10));

describe('an auditor sees', () => {
  test('what was found in a span over months and years, the oldest first, and nothing of another report', async () => {
    expect(daysOf(await json(autumn))).toEqual(days);
    expect((await json({ ...autumn, report: 'failed-checks' })).items.map(({ id }) => id)).toEqual(['b']);
    expect((await json({ ...autumn, report: 'gaps' })).items).toEqual([]);
  });

  test('from the first instant up to but not including the last', async () => {
    const span = { from: '2026-10-01T09:00:00Z', to: '2026-11-01T09:00:00Z' };
    expect(daysOf(await json({ ...autumn, ...span }))).toEqual(['2026-10-01', '2026-10-31']);
  });

  test('page by page, without loss or repetition, however the pages fall on the months', async () => {
    for (const limit of ['1', '2', '5', '6']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await json({ ...autumn, limit, ...(cursor && { cursor }) });
        expect(page.items.length).toBeLessThanOrEqual(Number(limit));
        seen.push(...daysOf(page));
        cursor = page.next;
      } while (cursor);
      expect(seen).toEqual(days);
    }
  });

  test('why each is a observation, in English or Persian', async () => {
    const [english] = (await json(autumn)).items;
    const [persian] = (await json({ ...autumn, language: 'fa' })).items;
    expect(english?.why).toBe('Goodwill of 900 EUR (minor unit), approved by a second person');
    expect(persian?.why).toContain('دلجویی');
  });

  test('all of it as a table that a spreadsheet opens', async () => {
    const { body, type } = await ask({ ...autumn, format: 'csv' });
    expect(type).toBe('text/csv; charset=utf-8');
    const lines = body.split('\r\n');
    expect(lines[0]).toBe('\uFEFFreport,kind,at,by,case,event,about,why,data,id');
    expect(lines).toHaveLength(days.length + 2);
    expect(lines[1]).toContain('overrides,goodwill,2026-09-30T09:00:00.000Z,ann,case_');
  });

  test('and no formula in it: not from whoever called themselves one', async () => {
    await store.note(goodwill('2026-11-02T09:00:00.000Z', { id: 'x', by: '-1+cmd|calc', about: '@SUM(A1)' }));
    const { body } = await ask({ ...autumn, format: 'csv' });
    expect(body).toContain(",'-1+cmd|calc,");
    expect(body).toContain(",'@SUM(A1),");
  });
});

test('what was found once stays as it was found', async () => {
  const found = goodwill('2026-11-20T09:00:00.000Z', { id: 'once' });
  await store.note(found);
  await store.note({ ...found, data: { amount: 1, currency: 'EUR' } });
  const { items } = await json({ ...autumn, from: '2026-11-20T00:00:00.000Z' });
  expect(items.find(({ id }) => id === 'once')?.data.amount).toBe(900);
});

test.each([
  [{}, 'report'],
  [{ report: 'secrets' }, 'report'],
  [{ ...autumn, from: 'then' }, 'from'],
  [{ ...autumn, to: '2026-01-01T00:00:00.000Z' }, 'to'],
  [{ ...autumn, from: '2020-01-01T00:00:00.000Z' }, 'from'],
  [{ ...autumn, format: 'pdf' }, 'format'],
  [{ ...autumn, cursor: 'made-up' }, 'cursor'],
])('%o is refused, naming the field', async (query, field) => {
  expect((await json(query as Record<string, string>)).errors?.[0]?.field).toBe(field);
});

test('nobody else does, whatever they may do otherwise', async () => {
  for (const role of ['customer', 'agent', 'manager', 'admin', 'service'])
    expect((await ask(autumn, `[${role}]`)).status).toBe(403);
});

test('reading a report is recorded like any other call', async () => {
  const { accessStore } = await import('../../../functions/access/access-store.ts');
  const always = { from: '2000-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };
  const { items } = await accessStore(db, tableNames.ACCESS_TABLE).list('reader', 'audrey', always, { limit: 5 });
  expect(items[0]).toMatchObject({ route: 'GET /audit/observations', status: 200, scope: 'any' });
});
