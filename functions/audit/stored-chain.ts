import { type ChainCheck, canonical, sha256 } from '../shared/chain.ts';

/** An event as it lies in the table, in an export of it or in a file: DynamoDB's own attributes, nothing read into them. */
export type StoredItem = Readonly<Record<string, { readonly S?: string; readonly N?: string }>>;

/** Where a check begins: the number of its first event, and the hash that this one must follow if it is known. */
export type Start = { seq: number; before: string | undefined };

type Wanted = { caseId: string; seq: number; before: string | undefined };

/**
 * Finds the first stored event that does not fit, by its number. It looks at what is stored and not at what we would
 * make of it: also a blank, a field that nobody reads or a column beside the event is part of what may not change.
 */
export function verifyStored(items: readonly StoredItem[], caseId: string, start?: Start): ChainCheck {
  let before = start ? start.before : '';
  const first = start?.seq ?? 1;
  for (const [index, item] of items.entries()) {
    const seq = first + index;
    const link = fits(item, { caseId, seq, before });
    if ('reason' in link) return { ok: false, seq, reason: link.reason };
    before = link.hash;
  }
  return { ok: true, length: first - 1 + items.length, head: before ?? '' };
}

const COLUMNS = ['at,caseId,event,kind,seq', 'at,caseId,correlationId,event,kind,seq'];

function fits(item: StoredItem, { caseId, seq, before }: Wanted): { hash: string } | { reason: string } {
  if (item.seq?.N !== String(seq)) return { reason: 'missing or out of order' };
  if (item.caseId?.S !== caseId) return { reason: 'belongs to another case' };
  if (!COLUMNS.includes(Object.keys(item).sort().join())) return { reason: 'has other columns than an event' };
  const link = read(item.event?.S ?? '');
  if (!link) return { reason: 'is not an event in its canonical form' };
  const { hash, ...content } = link;
  if (sha256(canonical(content)) !== hash) return { reason: 'was changed' };
  if (link.seq !== seq || link.caseId !== caseId) return { reason: 'is the event of another place' };
  if (before !== undefined && link.before !== before) return { reason: 'does not follow the one before' };
  const besides = item.at?.S === link.at && item.kind?.S === link.fact?.kind;
  const correlated = item.correlationId?.S === link.correlationId;
  return besides && correlated ? { hash } : { reason: 'differs from what stands beside it' };
}

type Link = {
  caseId?: unknown;
  seq?: unknown;
  at?: unknown;
  before?: unknown;
  correlationId?: unknown;
  hash: string;
  fact?: { kind?: unknown };
};

/** The text as an object, if it is exactly what writing that object gives: no second way to say the same. */
function read(text: string): Link | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const whole = typeof value === 'object' && value !== null && 'hash' in value && typeof value.hash === 'string';
    return whole && canonical(value) === text ? (value as Link) : undefined;
  } catch {
    return undefined; // not JSON at all
  }
}
