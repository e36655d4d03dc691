import { beforeAll, describe, expect, test } from 'vitest';
import type { Access } from '../../../functions/access/access.ts';
import { accessStore } from '../../../functions/access/access-store.ts';
import { startEntries } from '../../support/entries.ts';
import { httpEvent } from '../../support/http-event.ts';
import { tableNames } from '../../support/tables.ts';

const { db } = await startEntries({ auditor: 'any' });
const { handler } = await import('../../../functions/access/list-access.api.ts');
const store = accessStore(db, tableNames.ACCESS_TABLE);

const call = (day: number, reader: string, about: string): Access => ({
  ...{ about, reader, at: `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`, requestId: `r${day}${reader}` },
  ...{ roles: ['agent'], scope: 'any', route: 'GET /cases/{caseId}', status: 200 },
});
beforeAll(async () => {
  for (let day = 1; day <= 9; day++) await store.record(call(day, day % 2 ? 'ann' : 'ben', 'cus_amir'));
  await store.record(call(5, 'ann', 'cus_other'));
  await store.record(call(5, 'ben', 'many#2026-11-05'));
});

type Answer = { items: Access[]; next?: string; errors?: { field: string }[] };
async function ask(query: Record<string, string>): Promise<Answer> {
  const claims = { sub: 'audrey', roles: '[auditor]' };
  const { body = '' } = await handler(httpEvent({ route: 'GET /audit/access', query, claims }));
  return JSON.parse(body);
}
const november = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-10T00:00:00.000Z' };
const days = ({ items }: Answer) => items.map(({ at }) => Number(at.slice(8, 10)));

describe('an auditor sees', () => {
  test('who was shown what of a customer, in order', async () => {
    const { items } = await ask({ customer: 'cus_amir', ...november });
    expect(items).toHaveLength(9);
    expect(items[1]).toEqual(call(2, 'ben', 'cus_amir'));
  });

  test('of a span: from its first instant up to but not including its last', async () => {
    const span = { from: '2026-11-03T09:00:00.000Z', to: '2026-11-05T09:00:00.000Z' };
    expect(days(await ask({ customer: 'cus_amir', ...span }))).toEqual([3, 4]);
  });

  test('what one colleague looked at, whoever it was about', async () => {
    expect(days(await ask({ by: 'ann', ...november }))).toEqual([1, 3, 5, 5, 7, 9]);
  });

  test('the lists of a day', async () => {
    expect(days(await ask({ day: '2026-11-05' }))).toEqual([5]);
    expect(days(await ask({ day: '2026-11-06' }))).toEqual([]);
  });

  test('all of it page by page, without loss or repetition', async () => {
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask({ customer: 'cus_amir', limit: '4', ...november, ...(cursor && { cursor }) });
      seen.push(...days(page));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

test('an auditor who looks who looked is recorded as well', async () => {
  await ask({ customer: 'cus_watched' });
  const { items } = await ask({ by: 'audrey' });
  expect(items.some(({ about, route }) => about === 'cus_watched' && route === 'GET /audit/access')).toBe(true);
});

test.each([
  [{}, 'customer'],
  [{ customer: 'cus_amir', by: 'ann' }, 'customer'],
  [{ day: 'yesterday' }, 'day'],
  [{ customer: 'cus_amir', from: 'then' }, 'from'],
])('%o is refused, naming the field', async (query, field) => {
  expect((await ask(query as Record<string, string>)).errors?.[0]?.field).toBe(field);
});
