import { expect, test } from 'vitest';
import { accessStore } from '../../../functions/access/access-store.ts';
import { shippedCalendars } from '../../../functions/calendar/shipped-calendars.ts';
import { nothing } from '../../../functions/case/case.ts';
import { shippedAccessRules } from '../../../functions/observation/access-rules.ts';
import { lookAtAccesses } from '../../../functions/observation/look-at-accesses.ts';
import { observationStore } from '../../../functions/observation/observation-store.ts';
import { after, day, minute } from '../../../functions/shared/now.ts';
import { sideBySide } from '../../../functions/shared/side-by-side.ts';
import { monday } from '../../support/given.ts';
import { startTables, tableNames } from '../../support/tables.ts';
import { teams } from '../../support/teams.ts';

// A report reads what it shows and a look at a day what was called on it, however much else there is.

const { db, call } = startTables();
const november = { from: '2026-11-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' };

/** Rows of other months, reports and days. */
async function others(from: number, to: number): Promise<void> {
  const batches = Array.from({ length: (to - from) / 25 }, (_, index) => from + index * 25);
  await sideBySide(batches, async (start) => {
    const at = (n: number) => after('2026-10-01T09:00:00.000Z', (n % 40_000) * minute);
    const numbers = Array.from({ length: 25 }, (_, n) => start + n);
    const put = (Item: Record<string, { S: string }>) => ({ PutRequest: { Item } });
    const observations = numbers.map((n) =>
      put({
        pk: { S: n % 2 ? 'overrides#2026-10' : 'failed-checks#2026-11' },
        sk: { S: `${at(n)}#${n}` },
        row: { S: '{}' },
      }),
    );
    const accesses = numbers.map((n) =>
      put({
        ...{
          about: { S: `cus_${n}` },
          sk: { S: `${at(n)}#${n}` },
          reader: { S: `reader${n % 500}` },
          row: { S: '{}' },
        },
        firstOf: { S: at(n).slice(0, 10) },
      }),
    );
    const RequestItems = { [tableNames.OBSERVATIONS_TABLE]: observations, [tableNames.ACCESS_TABLE]: accesses };
    await call('BatchWriteItem', JSON.stringify({ RequestItems }));
  });
}

/** What is asked of the tables, and how many rows come. */
async function cost(act: (client: Pick<typeof db, 'send'>) => Promise<unknown>): Promise<Record<string, number>> {
  const spent: Record<string, number> = { reads: 0, rows: 0, writes: 0 };
  const send = async (command: { constructor: { name: string } }) => {
    const answer = (await db.send(command as never)) as { Items?: unknown[] };
    const name = command.constructor.name === 'PutItemCommand' ? 'writes' : 'reads';
    spent[name] = (spent[name] ?? 0) + 1;
    spent.rows = (spent.rows ?? 0) + (answer.Items?.length ?? 0);
    return answer;
  };
  await act({ send } as never);
  return spent;
}
const report = () =>
  cost((client) => observationStore(client, tableNames.OBSERVATIONS_TABLE).list('overrides', november, { limit: 25 }));
const look = (today: string) =>
  cost((client) =>
    lookAtAccesses(
      {
        accesses: accessStore(client, tableNames.ACCESS_TABLE),
        observations: observationStore(client, tableNames.OBSERVATIONS_TABLE),
        cases: { load: async () => nothing },
        people: { contact: async () => undefined },
        policies: { teams: async () => teams, calendars: async () => shippedCalendars },
        ...{ rules: shippedAccessRules, timeZone: 'Europe/Berlin' },
      },
      today,
      () => true,
    ),
  );
const calls = async (at: string) => {
  for (let n = 0; n < 30; n++)
    await accessStore(db, tableNames.ACCESS_TABLE).record({
      ...{ about: 'cus_amir', at, requestId: `r${n}`, reader: `ann${n % 3}`, roles: ['agent'], scope: 'any' },
      ...{ route: 'GET /cases/{caseId}', status: 200 },
    });
};

test('a report of a month and a look at a day cost the same among a thousand other rows and among fifty thousand', async () => {
  const observations = observationStore(db, tableNames.OBSERVATIONS_TABLE);
  for (let n = 0; n < 60; n++)
    await observations.note({
      id: `f${n}`,
      kind: 'goodwill',
      at: after(monday, n),
      data: { amount: n, currency: 'EUR' },
    });
  await look(monday);
  await others(0, 1000);
  await calls(monday);
  const few = { report: await report(), look: await look(after(monday, day)) };
  await others(1000, 50_000);
  await calls(after(monday, day));
  const many = { report: await report(), look: await look(after(monday, 2 * day)) };
  process.stdout.write(`report ${JSON.stringify(many.report)}, look at 30 calls ${JSON.stringify(many.look)}\n`);
  expect(many).toEqual(few);
  expect(many.report).toEqual({ reads: 1, rows: 26, writes: 0 });
}, 120_000);
