import type { Head, Leaf } from './root-log-store.ts';
import { type StoredItem, verifyStored } from './stored-chain.ts';

/** What a publisher finds in the events of a case from its published head on. */
export type Found = { head: Head } | { unchanged: number } | { misfit: { seq: number; reason: string } };

/** The head to publish, if the events fit the head that was published before. */
export function newHead(caseId: string, items: readonly StoredItem[], last: Leaf | undefined): Found {
  const checked = verifyStored(items, caseId, last && { seq: last.seq, before: undefined });
  if (!checked.ok) return { misfit: checked };
  if (!last) return checked.length > 0 ? { head: headOf(caseId, checked) } : { unchanged: 0 };
  const published = items[0]
    ? verifyStored(items.slice(0, 1), caseId, { seq: last.seq, before: undefined })
    : undefined;
  if (!published) return { misfit: { seq: last.seq, reason: 'was published and is missing' } };
  if (!published.ok || published.head !== last.hash)
    return { misfit: { seq: last.seq, reason: 'was published with another hash' } };
  return checked.length === last.seq ? { unchanged: last.seq } : { head: headOf(caseId, checked) };
}

const headOf = (caseId: string, { length: seq, head: hash }: { length: number; head: string }): Head => ({
  caseId,
  seq,
  hash,
});
