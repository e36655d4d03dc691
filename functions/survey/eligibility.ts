import type { Case } from '../case/case.ts';
import type { KnownContact } from '../customer/contact-store.ts';
import { day } from '../shared/now.ts';
import { type Asking, surveyOf } from './survey.ts';
import type { NotAsked } from './survey-fact.ts';
import type { SurveyRules } from './survey-rules.ts';

/** What is known of the customer besides the case; `isStaff` is whether they work in one of the teams. */
export type Customer = { contact: Omit<KnownContact, 'version'> | undefined; isStaff: boolean };

/** Why the customer of this case is not asked, whatever chance or their budget would say; the first that holds. */
export function ineligible(
  current: Case,
  asking: Asking,
  customer: Customer,
  rules: SurveyRules,
): NotAsked | undefined {
  // Whom a campaign has selected is asked about no case.
  if (current.type === 'relationship') return becauseOfTheCustomer(current, customer);
  return (
    becauseOfTheCase(current, asking) ??
    becauseOfItsEnd(current, asking, rules) ??
    becauseOfTheCustomer(current, customer)
  );
}

function becauseOfTheCase(current: Case, { cycle }: Asking): NotAsked | undefined {
  if (current.status === 'merged') return 'merged';
  if (current.status === 'cancelled') return 'cancelled';
  if (current.status !== 'closed' || current.cycle !== cycle) return 'reopened';
  // A mail that says “thank you” takes the case up again and closes it: that is no second piece of work.
  if (current.reopened?.reason === 'thank-you') return 'trivial-reopen';
  // Who is hit by an outage is told of it, and asked once about the whole of it.
  return current.links.some(({ as }) => as === 'child') ? 'part-of-major-incident' : undefined;
}

function becauseOfItsEnd(current: Case, { round = 1 }: Asking, rules: SurveyRules): NotAsked | undefined {
  const { type, resolution, openedAt, closedAt = '', noSurvey } = current;
  if (noSurvey) return noSurvey === 'spam' ? 'spam' : 'closed-without-survey';
  if (round > 1) return undefined; // somebody took it up again with them: they are asked whatever the case was
  if (resolution === 'customer-withdrew' && rules.notAfter.includes(resolution)) return 'customer-withdrew';
  if (resolution && rules.notAfter.includes(resolution)) return 'not-after-this-resolution';
  if (type === 'relationship' || !rules.after[type]) return 'no-survey-for-this-type';
  const began = current.reopened?.at ?? openedAt;
  return Date.parse(closedAt) - Date.parse(began) > rules.oldestDays * day ? 'case-too-old' : undefined;
}

function becauseOfTheCustomer(current: Case, { contact, isStaff }: Customer): NotAsked | undefined {
  // Nobody says how content they are with their own work.
  if (isStaff || workedOnIt(current)) return 'staff';
  if (!contact) return 'no-address';
  return contact.bouncedAt ? 'address-bounced' : undefined;
}

const workedOnIt = ({ customerId, owner, tasks }: Case): boolean =>
  owner === customerId ||
  tasks.some(({ assignee, completedBy }) => assignee === customerId || completedBy === customerId);

/** Whether this asking was settled already, one way or the other. */
export const isSettled = (current: Case, asking: Asking): boolean => surveyOf(current, asking) !== undefined;
