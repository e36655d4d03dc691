import { type AttributeValue, DeleteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { versionStore } from '../../functions/policy/version-store.ts';
import { crowdResult } from '../../functions/report/count-ballots.ts';
import { countDay } from '../../functions/report/count-day.ts';
import { type ResultStore, resultStore } from '../../functions/report/result-store.ts';
import { keepResults } from '../../functions/report/roll-up.ts';
import { sideBySide } from '../../functions/shared/side-by-side.ts';
import { readClocks } from '../../functions/sla/sla-clock.ts';
import { slaEventsOf } from '../../functions/sla/sla-event.ts';
import { slaPolicies } from '../../functions/sla/sla-policies.ts';
import { itemsOf } from './items.ts';
import { historiesIn } from './rebuild-views.ts';

export type RollUpTables = { events: string; views: string; policies: string };
export type Recounted = { removed: number; results: number; days: number };

/**
 * Counts the reports anew from the events, while the service goes on: what is right stays where it is, what no event
 * accounts for goes, and every day that either of them touches is counted again.
 */
export async function rebuildRollUps(
  db: DynamoDBClient,
  { events, views, policies }: RollUpTables,
  timeZone: string,
): Promise<Recounted> {
  const results = resultStore(db, views, timeZone);
  const inForce = await slaPolicies(versionStore(db, policies))();
  const reading: Parameters<typeof keepResults>[0]['reading'] = {
    timeZone,
    readSla: (history, at) => readClocks(slaEventsOf(history, inForce), at),
  };
  const right = new Set<string>();
  const days = new Set<string>();
  for await (const history of historiesIn(db, events)) {
    for (const { id, day } of await keepResults({ results, reading }, history)) {
      right.add(`${day}|${id}`);
      days.add(day);
    }
  }
  const wrong: Record<string, AttributeValue>[] = [];
  for await (const { pk, sk, row } of itemsOf(db, views)) {
    const crowd = await keptCrowd(results, pk?.S ?? '', row?.S);
    if (crowd) days.add(crowd);
    const { kind, day } = countedIn(pk?.S ?? '', sk?.S ?? '', timeZone);
    if (!day || !pk || !sk) continue;
    days.add(day);
    const fromEvents = !sk.S?.startsWith('ballots#');
    if (kind === 'result' && fromEvents && !right.has(`${day}|${sk.S}`)) wrong.push({ pk, sk });
  }
  await sideBySide(wrong, (Key) => db.send(new DeleteItemCommand({ TableName: views, Key })));
  for (const day of days) await countDay(results, day);
  return { removed: wrong.length, results: right.size, days: days.size };
}

/** Anonymous answers stand in no history: what was counted of them at once is kept, and counted again as it is. */
async function keptCrowd(results: ResultStore, pk: string, row: string | undefined): Promise<string | undefined> {
  if (!pk.startsWith('ballots#') || !row) return undefined;
  const batch = JSON.parse(row);
  if (!('number' in batch)) return undefined;
  const result = crowdResult(batch);
  await results.keep(result, 1);
  return result.day;
}

/** Of which day an item of the table of views tells, if it is one that was counted in this time zone. */
function countedIn(pk: string, sk: string, timeZone: string): { kind?: 'result' | 'rollup'; day?: string } {
  const [result, rollup] = [`results#${timeZone}#`, `rollup#${timeZone}#`];
  if (pk.startsWith(result)) return { kind: 'result', day: pk.slice(result.length) };
  return pk.startsWith(rollup) ? { kind: 'rollup', day: sk } : {};
}
