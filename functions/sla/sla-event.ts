import type { CaseEvent } from '../case/case-fact.ts';
import { type Instant, instant } from '../shared/now.ts';
import { type Policies, type Terms, termsAt } from './terms.ts';

/** What moves the clocks of a case, and nothing else about it. */
export type SlaEvent = { at: Instant } & (
  | { kind: 'opened'; terms: Terms }
  | { kind: 'terms-changed'; because: 'priority' | 'policy' | 'calendar'; terms: Terms }
  | { kind: 'customer-wrote' | 'agent-wrote' }
  /** Told by the system: no silence, but no answer either. */
  | { kind: 'customer-informed' }
  | { kind: 'waiting-started'; reason: string }
  | { kind: 'waiting-ended' | 'closed' | 'reopened' }
);

/** A history as its clocks see it, in order, with every change of what was promised while it went on. */
export function slaEventsOf(history: readonly CaseEvent[], policies: Policies): SlaEvent[] {
  const [opening, ...later] = inOrder(history);
  if (opening?.fact.kind !== 'case-opened') return [];
  const { type, priority = 'normal' } = opening.fact.data;
  const changes = later.flatMap(({ at, fact }) => (fact.kind === 'priority-changed' ? [{ at, to: fact.data.to }] : []));
  const terms = (at: Instant) => {
    const changed = changes.findLast((change) => change.at <= at);
    return termsAt(policies, at, { type, priority: changed?.to ?? priority });
  };
  const saved = (versions: readonly { at: Instant }[], because: 'policy' | 'calendar'): SlaEvent[] =>
    inOrder(versions)
      .filter(({ at }) => at > opening.at)
      .map(({ at }) => ({ kind: 'terms-changed', because, at, terms: terms(at) }));
  return [
    { kind: 'opened' as const, at: opening.at, terms: terms(opening.at) },
    ...later.flatMap(movesClocks),
    ...changes.map(({ at }): SlaEvent => ({ kind: 'terms-changed', because: 'priority', at, terms: terms(at) })),
    ...saved(policies.sla, 'policy'),
    ...saved(policies.calendars, 'calendar'),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

/** Instants are written one way, so that they sort; of two writers whose clocks differ the later one is believed. */
function inOrder<T extends { at: Instant }>(written: readonly T[]): T[] {
  let latest = '';
  return written.map((one) => {
    const at = instant(Date.parse(one.at));
    latest = at > latest ? at : latest;
    return { ...one, at: latest };
  });
}

/** A new kind of fact that moves a clock is a new line here. */
function movesClocks({ at, fact }: CaseEvent): SlaEvent[] {
  switch (fact.kind) {
    case 'report-joined':
      return fact.data.channel === 'detection' ? [] : [{ kind: 'customer-wrote', at }];
    case 'interaction-recorded':
      return [{ kind: fact.data.direction === 'inbound' ? 'customer-wrote' : 'agent-wrote', at }];
    case 'mail-sent':
      return fact.data.letter === 'accounts-frozen' ? [{ kind: 'customer-informed', at }] : [];
    case 'waiting-started':
      return [{ kind: 'waiting-started', at, reason: fact.data.reason }];
    case 'waiting-ended':
      return [{ kind: 'waiting-ended', at }];
    case 'case-closed':
    case 'case-cancelled':
      return [{ kind: 'closed', at }];
    case 'case-reopened':
      return [{ kind: 'reopened', at }];
    case 'waiting-reminded':
      return [{ kind: 'customer-informed', at }];
    case 'case-linked':
      return fact.data.as === 'merged-into' ? [{ kind: 'closed', at }] : [];
    case 'case-unlinked':
      return fact.data.as === 'merged-into' ? [{ kind: 'reopened', at }] : [];
    default:
      return [];
  }
}
