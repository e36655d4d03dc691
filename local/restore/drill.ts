import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { StoredItem as StoredEvent } from '../../functions/audit/stored-chain.ts';
import { verifyCase } from '../../functions/audit/verify-case.ts';
import { eventsIn, proofsIn } from '../audit/exported.ts';
import { compareItems, type Difference } from './compare-items.ts';
import { emptyTables } from './empty-tables.ts';
import { itemsOf, putItems, type StoredItem } from './items.ts';
import { isMadeFromEvents, type Rebuilt, rebuildViews } from './rebuild-views.ts';

export type Compared = { table: string; items: number; differences: Difference[] };
export type Drill = {
  exported: { table: string; items: number }[];
  rebuilt: Rebuilt;
  carriedOver: number;
  compared: Compared[];
  chains: { checked: number; published: number; broken: string[] };
  /** Milliseconds of each part. */
  took: { export: number; restore: number; rebuild: number; compare: number; verify: number };
};
type Source = { db: DynamoDBClient; tables: Record<string, string>; folder: string };

// A row of a case that never was: whoever rebuilds the lists and leaves it there has not made them from the events.
const stray: StoredItem = {
  pk: { S: `case_${'0'.repeat(25)}z` },
  sk: { S: 'case' },
  row: { S: '{}' },
  seq: { N: '1' },
  statusList: { S: 'open' },
  sort: { S: '2000' },
};

/**
 * Exports every table into a folder, puts all but the lists into empty tables, makes the lists there anew from the
 * events, and compares item by item. Reads the source and changes nothing in it. `spoil` is for who wants to see that
 * a difference is found.
 */
export async function restoreDrill(
  { db, tables, folder }: Source,
  spoil: (restored: DynamoDBClient, tables: Record<string, string>) => Promise<void> = async () => undefined,
): Promise<Drill> {
  const lap = laps();
  const exported = new Map<string, StoredItem[]>();
  mkdirSync(folder, { recursive: true });
  for (const [id, name] of Object.entries(tables))
    exported.set(id, await exportTable(db, name, join(folder, `${id}.json`)));
  const exporting = lap();

  const empty = await emptyTables(db, Object.values(tables));
  const of = (id: string): string => tables[id] ?? '';
  const carried = (exported.get('CaseViews') ?? []).filter((item) => !isMadeFromEvents(item));
  for (const [id, items] of exported) await putItems(empty, of(id), id === 'CaseViews' ? [...carried, stray] : items);
  const restoring = lap();
  const rebuilt = await rebuildViews(empty, { events: of('CaseEvents'), views: of('CaseViews') });
  const rebuilding = lap();
  await spoil(empty, tables);
  const compared: Compared[] = [];
  for (const [id, items] of exported) {
    const after: StoredItem[] = [];
    for await (const item of itemsOf(empty, of(id))) after.push(item);
    compared.push({
      table: id,
      items: items.length,
      differences: compareItems(items, after, await keysOf(db, of(id))),
    });
  }
  const comparing = lap();
  const chains = await verifyAll(exported);
  const took = { export: exporting, restore: restoring, rebuild: rebuilding, compare: comparing, verify: lap() };
  const counts = [...exported].map(([table, items]) => ({ table, items: items.length }));
  return { exported: counts, rebuilt, carriedOver: carried.length, compared, chains, took };
}

/** Lines of `{"Item": …}`, as DynamoDB exports a table. */
async function exportTable(db: DynamoDBClient, table: string, file: string): Promise<StoredItem[]> {
  const items: StoredItem[] = [];
  for await (const item of itemsOf(db, table)) items.push(item);
  writeFileSync(file, items.map((Item) => `${JSON.stringify({ Item })}\n`).join(''));
  return items;
}

async function keysOf(db: DynamoDBClient, TableName: string): Promise<string[]> {
  const { Table } = await db.send(new DescribeTableCommand({ TableName }));
  return (Table?.KeySchema ?? []).flatMap(({ AttributeName }) => AttributeName ?? []);
}

/** Every chain by itself and against the tree that the exported entries make. */
async function verifyAll(exported: ReadonlyMap<string, StoredItem[]>): Promise<Drill['chains']> {
  const proved = proofsIn((exported.get('Roots') ?? []) as StoredEvent[]);
  const byCase = new Map<string, StoredEvent[]>();
  for (const item of (exported.get('CaseEvents') ?? []) as StoredEvent[]) {
    const caseId = item.caseId?.S ?? '';
    byCase.set(caseId, [...(byCase.get(caseId) ?? []), item]);
  }
  const broken: string[] = [];
  let published = 0;
  for (const [caseId, items] of byCase) {
    const { misfit, published: covered } = verifyCase(caseId, eventsIn(items, caseId), await proved(caseId));
    if (misfit) broken.push(`${caseId} ${misfit.seq}: ${misfit.reason}`);
    else if (covered.ok && covered.upTo > 0) published++;
  }
  return { checked: byCase.size, published, broken };
}

function laps(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const lap = now - last;
    last = now;
    return lap;
  };
}
