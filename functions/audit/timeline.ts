import * as z from 'zod/mini';
import type { CaseEvent } from '../case/case-fact.ts';
import type { Scope } from '../shared/caller.ts';
import { verifyChain } from '../shared/chain.ts';

/** `from` is the sequence number that the page starts with. */
export const TimelineQuery = z.strictObject({
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 100),
  from: z._default(z.coerce.number().check(z.int(), z.gte(1)), 1),
});

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
export function timelinePage(events: CaseEvent[], { limit, from }: z.infer<typeof TimelineQuery>, scope: Scope) {
  const own = scope === 'own';
  const seen = events.filter((event) => event.seq >= from && (!own || forCustomers.has(event.fact.kind)));
  const page = seen.slice(0, limit);
  const next = seen[limit]?.seq;
  const show = ({ seq, at, by, run, fact, hash }: CaseEvent) => ({
    seq,
    at,
    kind: fact.kind,
    ...(own ? {} : { by, ...(run && { run }), data: fact.data, hash }),
  });
  return { items: page.map(show), chain: verifyChain(events), ...(next && { next }) };
}
