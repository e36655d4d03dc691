import type { Caller, Scope } from '../shared/caller.ts';
import { InvalidRequest } from '../shared/errors.ts';
import type { Case } from './case.ts';
import type { CaseFact, CaseType, Channel } from './case-fact.ts';
import { openingPriority } from './opening-priority.ts';

export type Report = { type: CaseType; customerId: string; subject: string; channel: Channel };

type Reported = { channel: Channel; customerId?: string | undefined } & (
  | { type: 'lost-card'; cardId: string }
  | { type: 'suspicious-payment'; transactionId: string }
);

/**
 * Customers report for themselves, whatever else they name; others have to say for whom.
 * @throws InvalidRequest
 */
export function reportOf(reported: Reported, caller: Caller, scope: Scope): Report {
  const customerId = scope === 'own' ? caller.id : reported.customerId;
  if (!customerId) throw new InvalidRequest([{ field: 'customerId', message: 'is missing' }]);
  if (scope === 'own' && reported.customerId && reported.customerId !== caller.id) {
    throw new InvalidRequest([{ field: 'customerId', message: 'must be your own, or absent' }]);
  }
  const { type, channel } = reported;
  return { type, customerId, channel, subject: type === 'lost-card' ? reported.cardId : reported.transactionId };
}

const teams = { 'lost-card': 'cards', 'suspicious-payment': 'fraud' } as const satisfies Record<CaseType, string>;

/** A report opens a case, or joins the one that is open. One that is over takes in no report: nothing is decided. */
export const openCase =
  ({ type, customerId, subject, channel }: Report) =>
  (current: Case): CaseFact[] => {
    switch (current.status) {
      case 'none': {
        const data = {
          type,
          customerId,
          subject,
          channel,
          team: teams[type],
          priority: openingPriority(type, channel),
        };
        return [{ kind: 'case-opened', data }];
      }
      case 'open':
        return [{ kind: 'report-joined', data: { subject, channel } }];
      case 'closed':
      case 'cancelled':
      case 'merged':
        return [];
    }
  };
