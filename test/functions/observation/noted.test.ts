import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { beforeEach, expect, test, vi } from 'vitest';
import { shippedCalendars } from '../../../functions/calendar/shipped-calendars.ts';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { caseStore, fold } from '../../../functions/case/case-store.ts';
import { caseViewStore } from '../../../functions/case/case-view-store.ts';
import { showInLists } from '../../../functions/case/show-in-lists.ts';
import { lookAtPromises } from '../../../functions/observation/look-at-promises.ts';
import type { ReportName } from '../../../functions/observation/observation.ts';
import { observationStore } from '../../../functions/observation/observation-store.ts';
import { newsStore } from '../../../functions/report/news-store.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { after, day, hour } from '../../../functions/shared/now.ts';
import { shippedSla } from '../../../functions/sla/shipped-sla.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { startTables, tableNames } from '../../support/tables.ts';
import { auditWorld } from '../audit/audit-world.ts';

let db: DynamoDBClient;
beforeEach(() => {
  db = startTables().db as DynamoDBClient;
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
const found = async (report: ReportName) => {
  const span = { from: '2026-11-01T00:00:00.000Z', to: '2027-11-01T00:00:00.000Z' };
  return (await observationStore(db, tableNames.OBSERVATIONS_TABLE).list(report, span, { limit: 100 })).items;
};
async function happen(caseId: string, ...facts: CaseFact[]) {
  const cases = caseStore(db, tableNames.CASE_EVENTS_TABLE);
  await cases.change(caseId, { by: 'ann', at: monday }, () => facts);
  const events = await cases.history(caseId);
  const world = {
    views: caseViewStore(db, tableNames.CASE_VIEWS_TABLE),
    news: newsStore(db, tableNames.CASE_VIEWS_TABLE),
    observations: observationStore(db, tableNames.OBSERVATIONS_TABLE),
  };
  for (
    let times = 0;
    times < 2;
    times++ // the stream delivers at least once
  )
    await showInLists(
      world,
      fold(events),
      events,
      events.map(({ seq }) => seq),
    );
  return events;
}

test('what the stream delivers twice is found once', async () => {
  const caseId = newId('case');
  await happen(caseId, f.opened, { kind: 'goodwill-granted', data: { amount: 900, currency: 'EUR' } });
  expect(await found('overrides')).toMatchObject([{ id: `${caseId}.2`, kind: 'goodwill-alone', by: 'ann', seq: 2 }]);
});

test('an event that is gone is a gap, told once a day for as long as it is so', async () => {
  const world = auditWorld(db);
  const caseId = await world.opened(f.frozen('acc_1'), f.frozen('acc_2'));
  await world.remove(caseId, 2);
  for (const later of [0, 1, 2, 24]) await world.publish(after(monday, later * hour));
  const gaps = await found('gaps');
  expect(gaps).toMatchObject([
    { kind: 'events-missing', caseId, seq: 2, at: '2026-11-23T00:00:00.000Z' },
    { kind: 'events-missing', caseId, seq: 2, at: '2026-11-24T00:00:00.000Z' },
  ]);
});

test('a chain that does not fit the root that was published is a failed check', async () => {
  const world = auditWorld(db);
  const caseId = await world.opened(f.frozen('acc_1'));
  await world.publish();
  const [, frozen] = await world.stored(caseId);
  await world.happens(caseId, f.freezeCompleted);
  await world.rewrite({ ...frozen, event: { S: (frozen?.event?.S ?? '').replace('acc_1', 'acc_9') } });
  await world.publish(after(monday, hour));
  expect(await found('failed-checks')).toMatchObject([{ kind: 'chain-broken', caseId, seq: 2 }]);
});

const always = { version: 0, at: '1970-01-01T00:00:00.000Z' };
const look = (now: string) =>
  lookAtPromises(
    {
      cases: caseStore(db, tableNames.CASE_EVENTS_TABLE),
      views: caseViewStore(db, tableNames.CASE_VIEWS_TABLE),
      observations: observationStore(db, tableNames.OBSERVATIONS_TABLE),
      sla: async () => ({
        sla: [{ ...always, value: shippedSla }],
        calendars: [{ ...always, value: shippedCalendars }],
      }),
    },
    now,
    () => true,
  );

test('a case to which nothing happens any more is found by its broken promise, once', async () => {
  const caseId = newId('case');
  await happen(caseId, f.complained);
  expect(await look(after(monday, hour))).toBe(0);
  expect(await look(after(monday, 30 * day))).toBeGreaterThan(0);
  expect(await look(after(monday, 30 * day + hour))).toBe(0); // once a day
  const before = await found('gaps');
  await look(after(monday, 31 * day));
  const again = await found('gaps');
  expect(again.slice(0, before.length)).toEqual(before);
  expect(before[0]).toMatchObject({ kind: 'promise-broken-unanswered', caseId });
});
