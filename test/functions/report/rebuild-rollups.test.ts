import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { versionStore } from '../../../functions/policy/version-store.ts';
import type { ReadSla } from '../../../functions/report/experience.ts';
import { rollUp } from '../../../functions/report/roll-up.ts';
import { readClocks } from '../../../functions/sla/sla-clock.ts';
import { slaEventsOf } from '../../../functions/sla/sla-event.ts';
import { slaPolicies } from '../../../functions/sla/sla-policies.ts';
import { rebuildRollUps } from '../../../local/restore/rebuild-rollups.ts';
import * as f from '../../support/facts.ts';
import { startTables, tableNames } from '../../support/tables.ts';
import { reportWorld } from './report-world.ts';

const { db } = startTables();
const world = reportWorld(db);
const names = {
  events: tableNames.CASE_EVENTS_TABLE,
  views: tableNames.CASE_VIEWS_TABLE,
  policies: tableNames.POLICIES_TABLE,
};
const rebuild = () => rebuildRollUps(db, names, 'Europe/Berlin');

/** Every row that was counted, by its key; how often it was counted is nobody's concern. */
async function counted(): Promise<Map<string, unknown>> {
  const { Items = [] } = await db.send(new ScanCommand({ TableName: names.views }));
  const rows = Items.filter(({ pk }) => /^(results|rollup)#/.test(pk?.S ?? ''));
  return new Map(rows.map(({ pk, sk, row }) => [`${pk?.S} ${sk?.S}`, JSON.parse(row?.S ?? 'null')]));
}
const policies = await slaPolicies(versionStore(db, tableNames.POLICIES_TABLE))();
const readSla: ReadSla = (history, at) => readClocks(slaEventsOf(history, policies), at);
const sweeping = { ...world.world, reading: async () => ({ ...(await world.world.reading()), readSla }) };
const put = (pk: string, sk: string, row: unknown) =>
  db.send(
    new PutItemCommand({
      TableName: names.views,
      Item: { pk: { S: pk }, sk: { S: sk }, row: { S: JSON.stringify(row) }, seq: { N: '1' }, version: { N: '9' } },
    }),
  );

test('reports counted anew from the events are those that were counted as it happened, whatever had become of them', async () => {
  const days = ['2031-03-27', '2031-03-30', '2031-10-26', '2031-11-23'];
  for (const [index, day] of days.entries()) {
    for (let n = 0; n < 6; n++)
      await world.asked(
        `${day}T${String(n * 4).padStart(2, '0')}:30:00.000Z`,
        n % 5 || undefined,
        n % 2 ? f.opened : f.paymentFlagged,
      );
    await rollUp(sweeping); // some of it day by day, some of it together
    if (index === 2)
      await world.happens(await world.asked(`${day}T12:00:00.000Z`), [f.answered(2)], `${days[3]}T01:00:00.000Z`);
  }
  await rollUp(sweeping);
  const incremental = await counted();
  expect(incremental.size).toBeGreaterThan(30);

  expect(await rebuild()).toMatchObject({ removed: 0, results: 50 }); // each case, and each asking
  expect(await counted()).toEqual(incremental);

  const [someDay] = [...incremental.keys()].filter((key) => key.startsWith('rollup#')).map((key) => key.split(' '));
  await put(someDay?.[0] ?? '', someDay?.[1] ?? '', { transactional: { all: { invited: 999 } } });
  await put('results#Europe/Berlin#2031-11-23', 'survey#case_nobody#1#1', { purpose: 'transactional' });
  await put('results#Europe/Berlin#2031-12-24', 'survey#case_nobody#1#1', { purpose: 'transactional' });
  expect(await rebuild()).toMatchObject({ removed: 2 });
  const after = await counted();
  for (const [key, row] of incremental) expect(after.get(key), key).toEqual(row);
  const more = [...after].filter(([key]) => !incremental.has(key));
  expect(more.every(([key, row]) => key.endsWith('2031-12-24') && JSON.stringify(row) === '{}')).toBe(true);
});
