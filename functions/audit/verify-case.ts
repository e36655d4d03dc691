import type { ChainCheck } from '../shared/chain.ts';
import { leafOf } from './grow-tree.ts';
import { type InclusionProof, rootByInclusion } from './merkle.ts';
import type { Leaf, Root } from './root-log-store.ts';
import { type StoredItem, verifyStored } from './stored-chain.ts';

/** What is known of a case outside its own chain: the leaves about it and the way from each up to one root. */
export type Proved = { root: Pick<Root, 'size' | 'hash'>; leaves: (Leaf & { proof: InclusionProof })[] };

export type CaseCheck = {
  caseId: string;
  /** The chain by itself: whether each event fits the one before. */
  chain: ChainCheck;
  /** The chain against what was published of it; `upTo` is the last event that a root covers. */
  published: { ok: true; upTo: number } | { ok: false; seq: number; reason: string };
  /** The first event that does not fit, whatever it does not fit. */
  misfit?: { seq: number; reason: string };
};

/**
 * Checks the stored events of a case against themselves and against a root. What was taken off the end, or sealed anew
 * from some event on, is a whole chain again: only what was published before tells of it.
 */
export function verifyCase(caseId: string, items: readonly StoredItem[], { root, leaves }: Proved): CaseCheck {
  const chain = verifyStored(items, caseId);
  const published = againstRoot(caseId, items, { root, leaves });
  const misfit = firstOf(chain, published, leaves);
  return { caseId, chain, published, ...(misfit && { misfit }) };
}

/** A head that is another because the chain breaks before it tells nothing that the break does not tell better. */
function firstOf(chain: ChainCheck, published: CaseCheck['published'], leaves: Proved['leaves']) {
  if (published.ok) return chain.ok ? undefined : { seq: chain.seq, reason: chain.reason };
  const { seq, reason } = published;
  const nextHead = Math.min(...leaves.map((leaf) => leaf.seq).filter((head) => head >= seq));
  const brokenFirst = !chain.ok && (chain.seq < seq || chain.seq <= nextHead);
  return brokenFirst ? { seq: chain.seq, reason: chain.reason } : { seq, reason };
}

function againstRoot(caseId: string, items: readonly StoredItem[], { root, leaves }: Proved): CaseCheck['published'] {
  let upTo = 0;
  for (const leaf of leaves.toSorted((one, other) => one.seq - other.seq)) {
    const { seq, hash, proof } = leaf;
    const proved = rootByInclusion(leafOf({ caseId, seq, hash }), proof);
    if (proved !== root.hash || proof.size !== root.size || proof.index !== leaf.index)
      return { ok: false, seq, reason: 'its leaf is not under the root' };
    const item = items[seq - 1];
    if (!item) return { ok: false, seq: items.length + 1, reason: `is missing: ${seq} events were published` };
    if (hashOf(item) !== hash)
      return { ok: false, seq: upTo + 1, reason: `or one up to ${seq} was published otherwise` };
    upTo = seq;
  }
  return { ok: true, upTo };
}

function hashOf(item: StoredItem): unknown {
  try {
    return JSON.parse(item.event?.S ?? 'null')?.hash;
  } catch {
    return undefined;
  }
}
