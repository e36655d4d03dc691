import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { leafOf } from '../../functions/audit/grow-tree.ts';
import { type Hash, rootOver } from '../../functions/audit/merkle.ts';
import type { Head, Leaf } from '../../functions/audit/root-log-store.ts';
import type { StoredItem } from '../../functions/audit/stored-chain.ts';
import { treeOf } from '../../functions/audit/tiles.ts';
import type { Proved } from '../../functions/audit/verify-case.ts';

/** Every item of a file, or of the files of a folder: lines of `{"Item": …}`, as DynamoDB exports a table. */
export function exportedItems(path: string): StoredItem[] {
  if (statSync(path).isDirectory())
    return readdirSync(path).flatMap((name) => (/\.jsonl?(\.gz)?$/.test(name) ? exportedItems(join(path, name)) : []));
  const bytes = readFileSync(path);
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  return lines.filter((line) => line.trim()).map((line) => (JSON.parse(line) as { Item: StoredItem }).Item);
}

/** The events of a case in the order of their numbers, as a table would hand them out. */
export const eventsIn = (items: readonly StoredItem[], caseId: string): StoredItem[] =>
  items.filter((item) => item.caseId?.S === caseId).sort((one, other) => Number(one.seq?.N) - Number(other.seq?.N));

/**
 * The tree made anew from the entries in an export, and what it says of each case. Nothing but the entries is believed:
 * tiles and roots that are exported with them are not looked at.
 * @throws Error when there are fewer entries than leaves asked for
 */
export function proofsIn(items: readonly StoredItem[], size?: number): (caseId: string) => Promise<Proved> {
  const rows = items.filter((item) => item.pk?.S === 'entries').sort((a, b) => compare(a.sk?.S ?? '', b.sk?.S ?? ''));
  const heads = rows.flatMap((row) => JSON.parse(row.row?.S ?? '[]') as Head[]);
  const count = size ?? heads.length;
  if (count > heads.length) throw new Error(`The export has ${heads.length} leaves, and the root is over ${count}`);
  const hashes = heads.slice(0, count).map(leafOf);
  const root = { size: count, hash: rootOver(hashes) };
  const tree = treeOf(count, async ({ level, index, width }) => tileOf(hashes, level, index, width));
  const byCase = new Map<string, Leaf[]>();
  for (const [index, { caseId, seq, hash }] of heads.slice(0, count).entries())
    byCase.set(caseId, [...(byCase.get(caseId) ?? []), { index, seq, hash }]);
  return async (caseId) => {
    const about = byCase.get(caseId) ?? [];
    return {
      root,
      leaves: await Promise.all(about.map(async (leaf) => ({ ...leaf, proof: await tree.inclusion(leaf.index) }))),
    };
  };
}

const compare = (one: string, other: string): number => (one < other ? -1 : 1);

function tileOf(leaves: readonly Hash[], level: number, index: number, width: number): Hash[] {
  const each = 256 ** level;
  const first = index * 256;
  return Array.from({ length: width }, (_, at) => rootOver(leaves.slice((first + at) * each, (first + at + 1) * each)));
}
