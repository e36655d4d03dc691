import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAssembly } from '../../../local/cloud/assembly.ts';
import { deploy } from '../../../local/cloud/deployment.ts';
import { streamRecord } from '../../../local/cloud/stream-record.ts';
import type { Change } from '../../../local/cloud/table-changes.ts';
import { type Item, TableProperties } from '../../../local/cloud/tables.ts';
import { createWriteAhead } from '../../../local/cloud/write-ahead.ts';
import { synthesize, table } from './synthesize.ts';

const keys = { id: { S: 'c1' } };
const calm = { ...keys, mood: { S: 'calm' } };
const angry = { ...keys, mood: { S: 'angry' } };

/** What is told at the next start, after a process that ended its writes with `end` died, and left `now` in the table. */
async function toldAfterDeath(before: Item | undefined, now: Item | undefined, finished = false): Promise<Change[]> {
  const file = join(mkdtempSync(join(tmpdir(), 'cloud-data-')), 'writes.jsonl');
  const resources = { Cases: table('id', undefined, { StreamSpecification: { StreamViewType: 'NEW_IMAGE' } }) };
  const deployment = deploy(readAssembly(await synthesize({ data: { resources } })), { api: () => '' });
  const tables = deployment.resources('AWS::DynamoDB::Table', TableProperties);
  const told: Change[] = [];
  const tell = (change: Change) => streamRecord(change, 1n, 0) && told.push(change);
  for (const one of tables) {
    const end = createWriteAhead(file, tell).begin(one, keys, before);
    if (finished) end();
  }
  await createWriteAhead(file, tell).recover(tables, async () => now);
  await createWriteAhead(file, tell).recover(tables, async () => now);
  return told;
}

test('a write that was made before the process died is told once at the next start', async () => {
  expect(await toldAfterDeath(undefined, calm)).toMatchObject([{ keys, after: calm }]);
  expect(await toldAfterDeath(calm, angry)).toMatchObject([{ keys, before: calm, after: angry }]);
  expect(await toldAfterDeath(calm, undefined)).toMatchObject([{ keys, before: calm }]);
});

test('a write that was not made any more is not told', async () => {
  expect(await toldAfterDeath(undefined, undefined)).toEqual([]);
  expect(await toldAfterDeath(calm, calm)).toEqual([]);
});

test('a write that ended is not told again', async () => {
  expect(await toldAfterDeath(calm, angry, true)).toEqual([]);
});
