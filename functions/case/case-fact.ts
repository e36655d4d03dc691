import * as z from 'zod/mini';
import { Decision, Goodwill, Requested } from '../approval/approval.ts';
import { ComplaintTopic, complaintFacts } from '../complaint/complaint.ts';
import { LetterKind } from '../mail/mail.ts';
import { reconcileFacts } from '../reconcile/reconcile-fact.ts';
import { ApprovalId, CardId, CaseId, Freezable, PersonId, TransactionId } from '../shared/ids.ts';
import { Expectation, SurveyRef, surveyFacts } from '../survey/survey-fact.ts';
import { TeamId } from '../task/task.ts';
import { taskFacts } from '../task/task-fact.ts';
import { Channel } from './channel.ts';
import { Count, fact, Instant, noted } from './fact.ts';
import { lifeFacts } from './life-fact.ts';

export const CaseType = z.enum(['lost-card', 'suspicious-payment', 'complaint']);
export type CaseType = z.infer<typeof CaseType>;

/** How urgent a case is, from the least to the most: what is promised goes by it. */
export const Priority = z.enum(['low', 'normal', 'high', 'urgent']);
export type Priority = z.infer<typeof Priority>;

/** Why a case is more or less urgent than it was thought to be. */
export const PriorityReason = z.enum([
  'customer-at-risk',
  'deadline',
  'happened-before',
  'others-affected',
  'less-grave',
]);
export type PriorityReason = z.infer<typeof PriorityReason>;

/** How a case ended. */
export const Resolution = z.enum([
  'resolved',
  'fraud-confirmed',
  'no-fraud-found',
  'customer-withdrew',
  'no-answer',
  'complaint-upheld',
  'complaint-partly-upheld',
  'complaint-rejected',
]);
export type Resolution = z.infer<typeof Resolution>;

/** Why nobody is asked how it went, as whoever closes the case by hand says. */
export const NoSurvey = z.enum(['spam', 'supplier', 'sensitive', 'asked-not-to']);
export type NoSurvey = z.infer<typeof NoSurvey>;

/** What a case can stand still for. */
export const WaitingFor = z.enum(['customer-information', 'customer-documents']);
export type WaitingFor = z.infer<typeof WaitingFor>;

/** Why a case goes to another team. */
export const TransferReason = z.enum(['needs-other-skills', 'opened-for-the-wrong-team', 'escalated', 'overloaded']);
export type TransferReason = z.infer<typeof TransferReason>;

/** What a case is about: at most one open case has it. */
export const Subject = z.union([CardId, TransactionId, ComplaintTopic]);

export const Finding = z.strictObject({
  transactionId: TransactionId,
  rule: z.string(),
  department: z.enum(['fraud', 'disputes']),
});
export type Finding = z.infer<typeof Finding>;

const Mail = { mailId: z.string(), letter: LetterKind, to: PersonId };

// All that can happen to a case. A new kind is a new member here and a new line in `evolve`.
// Ids, instants and enumerations only: what identifies a person or was written by one is in the vault.
export const CaseFact = z.discriminatedUnion('kind', [
  fact('case-opened', {
    type: CaseType,
    customerId: PersonId,
    subject: Subject,
    channel: Channel,
    team: TeamId,
    priority: z.optional(Priority),
    continues: z.optional(CaseId),
    expected: z.optional(Expectation),
  }),
  /** A campaign begins to ask a customer: a history of its own, in which no work is done. */
  fact('customer-selected', { customerId: PersonId, campaignId: z.string(), survey: SurveyRef }),
  ...lifeFacts,
  ...reconcileFacts,
  fact('complaint-acknowledged', complaintFacts['complaint-acknowledged']),
  fact('complaint-stage-reached', complaintFacts['complaint-stage-reached']),
  fact('priority-changed', { from: Priority, to: Priority, reason: PriorityReason, ...noted }),
  fact('report-joined', { subject: Subject, channel: Channel }),
  fact('interaction-recorded', {
    interactionId: z.string(),
    channel: Channel,
    direction: z.enum(['inbound', 'outbound']),
    textId: z.string(),
  }),
  fact('freeze-planned', { targets: z.array(Freezable) }),
  fact('frozen', { target: Freezable }),
  fact('freeze-refused', { target: Freezable, reason: z.enum(['unknown-to-the-account-system', 'refused']) }),
  fact('freeze-completed', { accounts: z.int(), cards: z.int() }),
  fact('case-reviewed', { ruleSet: z.string(), transactions: z.int(), findings: z.array(Finding) }),
  fact('investigation-opened', { cycle: Count }),
  fact('investigation-concluded', { cycle: Count, fraud: z.int(), refunds: z.int() }),
  ...taskFacts,
  fact('waiting-started', { reason: WaitingFor, closeAt: Instant, remindAt: z.optional(Instant), ...noted }),
  fact('waiting-ended', { because: z.enum(['customer-wrote', 'resumed']) }),
  fact('case-transferred', { from: TeamId, to: TeamId, reason: TransferReason, noteId: z.optional(z.string()) }),
  fact('owner-assigned', { owner: PersonId }),
  fact('approval-requested', { approvalId: ApprovalId, request: Requested, noteId: z.optional(z.string()) }),
  fact('approval-decided', { approvalId: ApprovalId, decision: Decision, noteId: z.optional(z.string()) }),
  fact('unfrozen', { target: Freezable, approvalId: ApprovalId }),
  fact('goodwill-granted', { ...Goodwill, approvalId: z.optional(ApprovalId), noteId: z.optional(z.string()) }),
  fact('case-closed', {
    ...{ resolution: Resolution, reopenUntil: Instant, noSurvey: z.optional(NoSurvey) },
    /** The closing notice goes out when it is known whether the survey goes with it. */
    notice: z.optional(z.literal('with-survey')),
  }),
  fact('mail-sent', Mail),
  fact('mail-not-sent', { ...Mail, reason: z.enum(['no-address', 'address-bounced']) }),
  fact('mail-unconfirmed', Mail),
  /** Somebody answers for it that the reader may get it twice. */
  fact('mail-resend-asked', Mail),
  fact('mail-bounced', Mail),
  fact('mail-complained-about', Mail),
  fact('survey-invited', surveyFacts['survey-invited']),
  fact('survey-not-asked', surveyFacts['survey-not-asked']),
  fact('survey-reminded', surveyFacts['survey-reminded']),
  fact('survey-started', surveyFacts['survey-started']),
  fact('survey-answered', surveyFacts['survey-answered']),
  fact('survey-answer-set-aside', surveyFacts['survey-answer-set-aside']),
  fact('survey-declined', surveyFacts['survey-declined']),
  fact('survey-expired', surveyFacts['survey-expired']),
  /** A request was right and changed nothing; it stands here for its Idempotency-Key. */
  fact('nothing-changed', {}),
  /** Nothing that identifies the customer is kept any more. */
  fact('customer-erased', {}),
  fact('run-restarted', { attempt: Count, after: z.string() }),
]);
export type CaseFact = z.infer<typeof CaseFact>;

/** One entry of a case's history, as it is stored. `by` is a person's id or the name of a part of the system. */
export const CaseEvent = z.strictObject({
  caseId: CaseId,
  seq: Count,
  at: Instant,
  by: z.string(),
  /** The run of a state machine that did it, by its name. */
  run: z.optional(z.string()),
  /** The request that caused it, so that the same request can be recognised. */
  command: z.optional(z.strictObject({ id: z.string(), hash: z.string() })),
  /** The request that all this follows from, also through workflows and mails, as API Gateway called it. */
  correlationId: z.optional(z.string()),
  fact: CaseFact,
  before: z.string(),
  hash: z.string(),
});
export type CaseEvent = z.infer<typeof CaseEvent>;
