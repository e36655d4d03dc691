import { createHash } from 'node:crypto';

// The tree of RFC 9162 (2.1): a leaf and an inner node are hashed with another byte in front, so that neither can be
// passed off as the other; a tree of n leaves is split at the largest power of two below n.

/** A SHA-256 hash, 64 hexadecimal digits. */
export type Hash = string;

const sha256 = (...parts: (string | Buffer)[]): Hash => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

export const leafHash = (text: string): Hash => sha256(LEAF, Buffer.from(text, 'utf8'));
export const nodeHash = (left: Hash, right: Hash): Hash =>
  sha256(NODE, Buffer.from(left, 'hex'), Buffer.from(right, 'hex'));
export const emptyRoot: Hash = sha256('');

/** The largest power of two below `size`, which is at least 2. */
export const splitOf = (size: number): number => 2 ** Math.floor(Math.log2(size - 1));

/** The root over these leaves, by the definition. */
export function rootOver(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return emptyRoot;
  if (leaves.length === 1) return leaves[0] as Hash;
  const split = splitOf(leaves.length);
  return nodeHash(rootOver(leaves.slice(0, split)), rootOver(leaves.slice(split)));
}

export type InclusionProof = { index: number; size: number; path: Hash[] };

/** The root that follows from a leaf and the way up from it (2.1.3.2); undefined when that is no way. */
export function rootByInclusion(leaf: Hash, { index, size, path }: InclusionProof): Hash | undefined {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size)) return undefined;
  if (size === 1) return path.length === 0 ? leaf : undefined;
  const split = splitOf(size);
  const sibling = path.at(-1);
  if (sibling === undefined) return undefined;
  const onLeft = index < split;
  const part = onLeft ? { index, size: split } : { index: index - split, size: size - split };
  const below = rootByInclusion(leaf, { ...part, path: path.slice(0, -1) });
  if (below === undefined) return undefined;
  return onLeft ? nodeHash(below, sibling) : nodeHash(sibling, below);
}

export type ConsistencyProof = { before: number; size: number; path: Hash[] };

/**
 * Whether the larger tree begins with all leaves of the smaller, in the same places (2.1.4.2): nothing that was
 * published has been changed, taken away or moved.
 */
export function extendsTree(older: Hash, newer: Hash, { before, size, path }: ConsistencyProof): boolean {
  if (!(before >= 0 && before <= size)) return false;
  if (before === 0) return older === emptyRoot && path.length === 0;
  if (before === size) return older === newer && path.length === 0;
  const roots = rootsByConsistency(older, before, size, path, true);
  return roots?.older === older && roots.newer === newer;
}

/** Both roots of a part of the tree. The smaller tree as a whole needs no hash of its own in the proof: it is known. */
function rootsByConsistency(
  known: Hash,
  before: number,
  size: number,
  path: readonly Hash[],
  whole: boolean,
): { older: Hash; newer: Hash } | undefined {
  if (before === size) {
    const same = whole ? known : path[0];
    return same !== undefined && path.length === (whole ? 0 : 1) ? { older: same, newer: same } : undefined;
  }
  const split = splitOf(size);
  const sibling = path.at(-1);
  if (sibling === undefined) return undefined;
  const rest = path.slice(0, -1);
  if (before <= split) {
    const left = rootsByConsistency(known, before, split, rest, whole);
    return left && { older: left.older, newer: nodeHash(left.newer, sibling) };
  }
  const right = rootsByConsistency(known, before - split, size - split, rest, false);
  return right && { older: nodeHash(sibling, right.older), newer: nodeHash(sibling, right.newer) };
}
