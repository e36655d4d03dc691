import { canonical } from '../shared/chain.ts';
import type { Instant } from '../shared/now.ts';
import { sideBySide } from '../shared/side-by-side.ts';
import { leafHash } from './merkle.ts';
import type { Head, Root, RootLogStore } from './root-log-store.ts';
import { tilesAfter, treeOf } from './tiles.ts';

export type Grown = { root: Root; entries: readonly Head[] };

/** What is hashed of a head, so that whoever knows the case can make the leaf again. */
export const leafOf = ({ caseId, seq, hash }: Head): string => leafHash(canonical({ caseId, hash, seq }));

/**
 * Lets the tree grow by these heads, or by those that another publisher was faster with. What is written follows from the entries, which are
 * written first and once: a publisher that died is finished by the next, and two at once write the same.
 */
export async function growTree(log: RootLogStore, { size }: Root, heads: readonly Head[], at: Instant): Promise<Grown> {
  const entries = await log.addEntries(size, heads);
  await sideBySide([...entries.entries()], ([place, { caseId, seq, hash }]) =>
    log.putLeaf(caseId, { index: size + place, seq, hash }),
  );
  const tiles = await tilesAfter(size, entries.map(leafOf), log.readTile);
  for (const tile of tiles) await log.putTile(tile);
  const grown = size + entries.length;
  const root = await log.putRoot({ size: grown, hash: await treeOf(grown, log.readTile).root(), at });
  return { root, entries };
}
