import type { Instant } from '../shared/now.ts';
import type { CustomerEvent, ErasureReason, HoldReason } from './customer-fact.ts';

export type Erasure = {
  erasureId: string;
  status: 'requested' | 'rejected' | 'approved' | 'erased';
  reason: ErasureReason;
  requestedBy: string;
  requestedAt: Instant;
  decidedBy?: string;
  decidedAt?: Instant;
  erasedAt?: Instant;
};

/** What a customer's record amounts to: whether their data must stay, and whether it has to go. */
export type Customer = {
  hold?: { reason: HoldReason; placedBy: string; placedAt: Instant } | undefined;
  erasures: Erasure[];
  /** Whether they want to be asked how it went, as far as they said so to somebody. */
  surveys?: 'yes' | 'no';
};

export const unknownCustomer: Customer = { erasures: [] };

/** Total, like that of a case. */
export function evolve(before: Customer, { fact, at, by }: CustomerEvent): Customer {
  const withErasure = (erasureId: string, change: Partial<Erasure>): Customer => ({
    ...before,
    erasures: before.erasures.map((one) => (one.erasureId === erasureId ? { ...one, ...change } : one)),
  });
  switch (fact.kind) {
    case 'legal-hold-placed':
      return { ...before, hold: { reason: fact.data.reason, placedBy: by, placedAt: at } };
    case 'legal-hold-lifted':
      return { ...before, hold: undefined };
    case 'erasure-requested': {
      const asked = { ...fact.data, status: 'requested', requestedBy: by, requestedAt: at } as const;
      return { ...before, erasures: [...before.erasures, asked] };
    }
    case 'erasure-decided':
      return withErasure(fact.data.erasureId, { status: fact.data.decision, decidedBy: by, decidedAt: at });
    case 'erased':
      return withErasure(fact.data.erasureId, { status: 'erased', erasedAt: at });
    case 'consent-said':
      return { ...before, surveys: fact.data.surveys };
    case 'exported':
    case 'evidence-read':
    case 'retention-applied':
      return before;
  }
}

export const fold = (events: readonly CustomerEvent[]): Customer => events.reduce(evolve, unknownCustomer);

/** The erasure that was asked for last; every earlier one is over. */
export const lastErasure = ({ erasures }: Customer): Erasure | undefined => erasures.at(-1);
