import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import type { KnownContact } from '../customer/contact-store.ts';
import type { Instant } from '../shared/now.ts';
import { surveyExpiry } from './plan-survey.ts';
import { surveyOf } from './survey.ts';

/** Why a customer can not be asked by e-mail at all. */
export type Unreachable = 'no-address' | 'address-bounced';

export const unreachable = (contact: Omit<KnownContact, 'version'> | undefined): Unreachable | undefined => {
  if (!contact) return 'no-address';
  return contact.bouncedAt ? 'address-bounced' : undefined;
};

/** Asks the customer once in a cycle, or records why not. The mail follows from the fact. */
export const inviteCustomer =
  (unreachable: Unreachable | undefined, at: Instant, of?: number) =>
  (current: Case): CaseFact[] => {
    const { cycle } = current;
    if (current.status !== 'closed' || surveyOf(current, { cycle }) || cycle !== (of ?? cycle)) return [];
    if (current.reopened?.reason === 'thank-you') {
      return [{ kind: 'survey-not-asked', data: { cycle, reason: 'trivial-reopen' } }];
    }
    if (current.resolution === 'customer-withdrew') {
      return [{ kind: 'survey-not-asked', data: { cycle, reason: 'customer-withdrew' } }];
    }
    if (unreachable) return [{ kind: 'survey-not-asked', data: { cycle, reason: unreachable } }];
    return [{ kind: 'survey-invited', data: { cycle, expiresAt: surveyExpiry(at) } }];
  };
