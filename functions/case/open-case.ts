import type { ComplaintTopic } from '../complaint/complaint.ts';
import type { Caller, Scope } from '../shared/caller.ts';
import { InvalidRequest } from '../shared/errors.ts';
import type { Expectation } from '../survey/survey-fact.ts';
import type { Case } from './case.ts';
import type { CaseFact, CaseType } from './case-fact.ts';
import type { Channel } from './channel.ts';
import { openingPriority } from './opening-priority.ts';

export type Report = {
  type: CaseType;
  customerId: string;
  subject: string;
  channel: Channel;
  expected?: Expectation | undefined;
};

type Reported = { channel: Channel; customerId?: string | undefined; expected?: Expectation | undefined } & (
  | { type: 'lost-card'; cardId: string }
  | { type: 'suspicious-payment'; transactionId: string }
  | { type: 'complaint'; topic: ComplaintTopic }
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
  const { type, channel, expected } = reported;
  return {
    type,
    customerId,
    channel,
    expected,
    subject: subjectOf(reported),
  };
}

function subjectOf(reported: Reported): string {
  if (reported.type === 'complaint') return reported.topic;
  return reported.type === 'lost-card' ? reported.cardId : reported.transactionId;
}

const teams = {
  'lost-card': 'cards',
  'suspicious-payment': 'fraud',
  complaint: 'complaints',
} as const satisfies Record<CaseType, string>;

/** Where a report goes that comes after the end of a case: into a new one. `continues` is the case that ended. */
export type Succession = { successor: string; continues?: string | undefined };

/**
 * A report opens a case, or joins the one that is open. That one which is over is gone on with in another case is decided
 * in its own history, so that it cannot be taken up again at the same time.
 */
export const openCase =
  (report: Report, { successor, continues }: Succession) =>
  (current: Case): CaseFact[] => {
    const { subject, channel } = report;
    switch (current.status) {
      case 'none':
        return [opening(report, continues)];
      case 'open':
        return [{ kind: 'report-joined', data: { subject, channel } }];
      case 'closed':
      case 'cancelled':
        return current.continuedIn ? [] : [{ kind: 'case-continued', data: { caseId: successor, channel } }];
      case 'merged':
        return [];
    }
  };

export const opening = ({ type, customerId, subject, channel, expected }: Report, continues?: string): CaseFact => ({
  kind: 'case-opened',
  data: {
    type,
    customerId,
    subject,
    ...(expected && { expected }),
    channel,
    team: teams[type],
    priority: openingPriority(type, channel),
    ...(continues && { continues }),
  },
});
