import { type Customer, lastErasure } from './customer.ts';
import type { CustomerFact, HoldReason } from './customer-fact.ts';
import { ErasureUnderWay } from './refusals.ts';

/** Nothing of this person may be erased from now on. Placing it again changes nothing. @throws ErasureUnderWay */
export const placeHold =
  (reason: HoldReason, noteId?: string) =>
  (current: Customer): CustomerFact | undefined => {
    const erasure = lastErasure(current);
    if (erasure?.status === 'approved') throw new ErasureUnderWay(erasure.erasureId);
    if (current.hold) return undefined;
    return { kind: 'legal-hold-placed', data: { reason, ...(noteId && { noteId }) } };
  };

export const liftHold = ({ hold }: Customer): CustomerFact | undefined =>
  hold ? { kind: 'legal-hold-lifted', data: {} } : undefined;
