import { sha256 } from '../../../functions/shared/chain.ts';
import { textIn } from '../simulator/text-in.ts';
import type { Invariant } from './invariant.ts';

/** What the hash of an event was made of: the text of all the rest, as it is stored. */
const withoutHash = (text: string, hash: string): string => text.replace(`"hash":"${hash}",`, '');

/**
 * I5: events are only added, without a gap, each with the hash of the one before, and never back in time. One that is
 * malformed nobody can read: it ends among the dead letters.
 */
export const chain: Invariant = {
  name: 'I5 an unbroken history',
  watch: ({ truth }, _, fail) => ({
    wrote({ table, before, after }, event) {
      if (table !== 'case-events') return;
      if (before || !event) return fail('an event was changed or deleted');
      const { events } = truth.of(event.caseId);
      const last = events.at(-2);
      if (event.seq !== events.length) fail(`${event.caseId} has a gap before ${event.seq}`);
      if (event.before !== (last?.hash ?? '')) fail(`${event.caseId} ${event.seq} does not follow the one before`);
      if (sha256(withoutHash(textIn(after, 'event') ?? '', event.hash)) !== event.hash)
        fail(`${event.caseId} ${event.seq} has a wrong hash`);
      if (last && event.at < last.at) fail(`${event.caseId} ${event.seq} happened before the one before it`);
    },
  }),
};
