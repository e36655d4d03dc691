import { CaseEvent } from '../../../functions/case/case-fact.ts';
import { seal } from '../../../functions/shared/chain.ts';
import type { Invariant } from './invariant.ts';

/** I5: events are only added, without a gap, each with the hash of the one before, and never back in time. */
export const chain: Invariant = {
  name: 'I5 an unbroken history',
  watch: ({ truth }, _, fail) => ({
    wrote({ table, before }, event) {
      if (table !== 'case-events') return;
      if (before || !event) return fail('an event was changed or deleted');
      const { events } = truth.of(event.caseId);
      const last = events.at(-2);
      if (event.seq !== events.length) fail(`${event.caseId} has a gap before ${event.seq}`);
      if (event.before !== (last?.hash ?? '')) fail(`${event.caseId} ${event.seq} does not follow the one before`);
      const { hash, ...content } = event;
      if (seal(content).hash !== hash) fail(`${event.caseId} ${event.seq} has a wrong hash`);
      if (last && event.at < last.at) fail(`${event.caseId} ${event.seq} happened before the one before it`);
      if (!CaseEvent.safeParse(event).success) fail(`${event.caseId} ${event.seq} is malformed`);
    },
  }),
};
