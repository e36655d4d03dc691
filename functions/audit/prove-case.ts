import { sideBySide } from '../shared/side-by-side.ts';
import type { Root, RootLogStore } from './root-log-store.ts';
import { treeOf } from './tiles.ts';
import type { Proved } from './verify-case.ts';

/** Every leaf about a case that is under this root, with the way up to it. */
export async function proveCase(roots: RootLogStore, root: Root, caseId: string): Promise<Proved> {
  const leaves = (await roots.leavesOf(caseId)).filter(({ index }) => index < root.size);
  const tree = treeOf(root.size, roots.readTile);
  return {
    root,
    leaves: await sideBySide(leaves, async (leaf) => ({ ...leaf, proof: await tree.inclusion(leaf.index) })),
  };
}
