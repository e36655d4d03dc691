import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { newestKept } from '../../local/audit/kept-roots.ts';
import { auditWorld } from '../functions/audit/audit-world.ts';
import * as f from '../support/facts.ts';
import { startTables } from '../support/tables.ts';

const told: Record<string, unknown>[] = [];
beforeAll(async () => {
  const world = auditWorld(startTables().db);
  const caseId = await world.opened();
  for (const account of ['acc_1', 'acc_2', 'acc_3']) {
    await world.happens(caseId, f.frozen(account));
    await world.publish();
  }
  told.push(...world.told.map(({ detail }) => detail as Record<string, unknown>));
});

function folderOf(roots: readonly object[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'caseloop-kept-'));
  for (const [index, root] of roots.entries()) writeFileSync(join(folder, `${index}.json`), JSON.stringify(root));
  return folder;
}

test('the newest of the roots that were kept is the one to check against', () => {
  expect(newestKept(folderOf(told)).size).toBe(3);
  expect(newestKept(join(folderOf(told), '0.json')).size).toBe(1);
});

test('roots of two histories are found: the second adds nothing to the first, and says it does', () => {
  const [first, second, third] = told;
  const forged = { ...second, root: 'f'.repeat(64) };
  expect(() => newestKept(folderOf([first ?? {}, forged, third ?? {}]))).toThrow('something was rewritten');
});

test('two roots over the same leaves are found', () => {
  const [first] = told;
  expect(() => newestKept(folderOf([first ?? {}, { ...first, root: 'f'.repeat(64) }]))).toThrow('differ');
});

test('a file that is no root is named', () => {
  expect(() => newestKept(folderOf([{ size: 'many' }]))).toThrow('is not a root as it was kept');
  expect(() => newestKept(folderOf([]))).toThrow('There is no root');
});
