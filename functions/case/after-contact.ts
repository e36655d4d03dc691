import type { Instant } from '../shared/now.ts';
import type { Case } from './case.ts';
import type { CaseFact } from './case-fact.ts';

type ContactFact = Extract<CaseFact, { kind: 'report-joined' | 'interaction-recorded' | `waiting-${string}` }>;

/** What a case amounts to after the customer or a colleague said something, or one waits for the other. */
export function afterContact(before: Case, fact: ContactFact, at: Instant): Case {
  switch (fact.kind) {
    case 'report-joined': {
      const joined = { ...before, reports: before.reports + 1 };
      return fact.data.channel === 'detection' ? joined : heard(joined);
    }
    case 'interaction-recorded': {
      const said = { ...before, interactions: before.interactions + 1, spokeAt: at };
      return fact.data.direction === 'inbound' ? heard(said) : { ...said, wroteAt: at };
    }
    case 'waiting-started': {
      const { reason, closeAt, remindAt } = fact.data;
      return { ...before, waiting: { reason, remindAt, closeAt, since: at, heard: false } };
    }
    case 'waiting-reminded':
      // They have all the time that the reminder gives them.
      return before.waiting ? { ...before, waiting: { ...before.waiting, ...fact.data, reminded: true } } : before;
    case 'waiting-ended':
      return afterWaiting(before);
  }
}

/** Nobody is waited for any more. */
export const afterWaiting = ({ waiting: _, ...before }: Case): Case => before;

const heard = (before: Case): Case =>
  before.waiting ? { ...before, waiting: { ...before.waiting, heard: true } } : before;
