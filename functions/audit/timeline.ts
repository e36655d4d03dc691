import * as z from 'zod/mini';
import type { CaseEvent } from '../case/case-fact.ts';
import type { Scope } from '../shared/caller.ts';
import { verifyChain } from '../shared/chain.ts';
import { PageQuery, readCursor, writeCursor } from '../shared/page.ts';

export const TimelineQuery = z.strictObject({ ...PageQuery, limit: z._default(PageQuery.limit, 100) });

// What a customer is shown of their own case: what was done for them, not how colleagues organised it.
const forCustomers = new Set<CaseEvent['fact']['kind']>([
  'case-opened',
  'report-joined',
  'interaction-recorded',
  'waiting-started',
  'waiting-ended',
  'frozen',
  'freeze-completed',
  'unfrozen',
  'goodwill-granted',
  'case-closed',
  'case-cancelled',
  'case-reopened',
  'case-continued',
  'waiting-reminded',
  'mail-sent',
  'survey-invited',
  'survey-answered',
]);

/** Everything that happened to a case, in order, who did it, and whether the chain of hashes holds. */
export function timelinePage(events: CaseEvent[], { limit, cursor }: PageQuery, scope: Scope, list = '') {
  const from = cursor ? Number(readCursor(cursor, list)[0]) : 1;
  const own = scope === 'own';
  const seen = events.filter((event) => event.seq >= from && (!own || forCustomers.has(event.fact.kind)));
  const page = seen.slice(0, limit);
  const next = seen[limit]?.seq;
  const show = ({ seq, at, by, run, correlationId, fact, hash }: CaseEvent) => ({
    seq,
    at,
    kind: fact.kind,
    ...(own ? {} : { by, ...(run && { run }), ...(correlationId && { correlationId }), data: fact.data, hash }),
  });
  return {
    items: page.map(show),
    chain: verifyChain(events),
    ...(next && { next: writeCursor([String(next)], list) }),
  };
}
