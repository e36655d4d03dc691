import { ApprovalAlreadyDecided, OwnApproval } from '../shared/refusals.ts';
import { type Customer, lastErasure } from './customer.ts';
import type { CustomerFact, ErasureReason } from './customer-fact.ts';
import { CustomerErased, CustomerHasOpenCases, ErasureNotFound, ErasurePending, UnderLegalHold } from './refusals.ts';

type About = { customerId: string; openCases: string[] };

/**
 * One person asks that everything known of a customer goes.
 * @throws UnderLegalHold, CustomerHasOpenCases, ErasurePending, CustomerErased
 */
export const requestErasure =
  (about: About, reason: ErasureReason) =>
  (current: Customer): CustomerFact => {
    const last = lastErasure(current);
    if (last?.status === 'erased') throw new CustomerErased(about.customerId);
    mustBeErasable(about, current);
    if (last && last.status !== 'rejected') throw new ErasurePending(last.erasureId, last.requestedBy);
    const erasureId = `${about.customerId}.erasure.${current.erasures.length + 1}`;
    return { kind: 'erasure-requested', data: { erasureId, reason } };
  };

/**
 * A second person decides, never the one who asked or the one it is about. A decision is final; saying the same again changes nothing.
 * @throws ErasureNotFound, OwnApproval, ApprovalAlreadyDecided, UnderLegalHold, CustomerHasOpenCases
 */
export const decideErasure =
  (about: About, decision: 'approved' | 'rejected', by: string) =>
  (current: Customer): CustomerFact | undefined => {
    const asked = lastErasure(current);
    if (!asked) throw new ErasureNotFound(about.customerId);
    if (asked.requestedBy === by || about.customerId === by) throw new OwnApproval(asked.erasureId);
    if (asked.decidedBy) {
      const decided = asked.status === 'rejected' ? 'rejected' : 'approved';
      if (decided === decision) return undefined;
      throw new ApprovalAlreadyDecided(asked.erasureId, asked.decidedBy, decided);
    }
    if (decision === 'approved') mustBeErasable(about, current);
    return { kind: 'erasure-decided', data: { erasureId: asked.erasureId, decision } };
  };

function mustBeErasable({ customerId, openCases }: About, { hold }: Customer): void {
  if (hold) throw new UnderLegalHold(customerId, hold.reason);
  if (openCases.length > 0) throw new CustomerHasOpenCases(customerId, openCases);
}
