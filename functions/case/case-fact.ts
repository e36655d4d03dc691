import * as z from 'zod/mini';
import { Decision, Goodwill, Requested } from '../approval/approval.ts';
import { LetterKind } from '../mail/mail.ts';
import { RungName } from '../reminder/reminder.ts';
import { ApprovalId, CardId, CaseId, Freezable, PersonId, TaskId, TransactionId } from '../shared/ids.ts';
import { Expectation, surveyFacts } from '../survey/survey-fact.ts';
import { Outcome, ReleaseReason, TaskKind, TeamId } from '../task/task.ts';
import { Count, fact, Instant } from './fact.ts';
import { lifeFacts } from './life-fact.ts';

export const CaseType = z.enum(['lost-card', 'suspicious-payment']);
export type CaseType = z.infer<typeof CaseType>;

export const Channel = z.enum(['app', 'web', 'phone', 'email', 'chat', 'branch', 'letter', 'detection']);
export type Channel = z.infer<typeof Channel>;

/** How a case ended. */
export const Resolution = z.enum(['resolved', 'fraud-confirmed', 'no-fraud-found', 'customer-withdrew']);
export type Resolution = z.infer<typeof Resolution>;

/** What a case can stand still for. */
export const WaitingFor = z.enum(['customer-information', 'customer-documents']);
export type WaitingFor = z.infer<typeof WaitingFor>;

/** Why a case goes to another team. */
export const TransferReason = z.enum(['needs-other-skills', 'opened-for-the-wrong-team', 'escalated', 'overloaded']);
export type TransferReason = z.infer<typeof TransferReason>;

/** What a case is about: at most one open case has it. */
export const Subject = z.union([CardId, TransactionId]);

export const Finding = z.strictObject({
  transactionId: TransactionId,
  rule: z.string(),
  department: z.enum(['fraud', 'disputes']),
});
export type Finding = z.infer<typeof Finding>;

/** What a person can be asked to settle when it failed for good: a step of a workflow, what two people agreed
 * on, or the whole run of a case. */
export const Step = z.enum([
  'case-run',
  'freeze-accounts',
  'review-case',
  'investigate',
  'triage',
  'close-case',
  'survey-customer',
  'work-on-findings',
  'conclude-investigation',
  'invite-customer',
  'remind-customer',
  'conclude-survey',
  'unfreeze-accounts',
]);
export type Step = z.infer<typeof Step>;

/** Which rung of the ladder, of a task that was due when. */
const Reminder = { taskId: TaskId, name: z.optional(RungName), dueAt: z.optional(Instant), to: PersonId };
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
    continues: z.optional(CaseId),
    expected: z.optional(Expectation),
  }),
  ...lifeFacts,
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
  fact('task-opened', {
    taskId: TaskId,
    kind: TaskKind,
    team: TeamId,
    dueAt: Instant,
    concerns: z.optional(z.array(TransactionId)),
    step: z.optional(Step),
    askedAt: z.optional(z.string()),
  }),
  fact('task-claimed', { taskId: TaskId }),
  fact('task-assigned', { taskId: TaskId, to: PersonId }),
  fact('task-released', { taskId: TaskId, from: PersonId, reason: ReleaseReason }),
  fact('task-completed', { taskId: TaskId, outcome: Outcome, noteId: z.optional(z.string()) }),
  fact('task-acknowledged', { taskId: TaskId, dueAt: Instant }),
  fact('reminder-sent', { ...Reminder, rung: Count }),
  fact('reminder-not-sent', {
    ...Reminder,
    reason: z.enum(['no-address', 'address-bounced', 'unconfirmed', 'acknowledged']),
  }),
  fact('waiting-started', { reason: WaitingFor, closeAt: Instant, noteId: z.optional(z.string()) }),
  fact('waiting-ended', { because: z.enum(['customer-wrote', 'resumed']) }),
  fact('case-transferred', { from: TeamId, to: TeamId, reason: TransferReason, noteId: z.optional(z.string()) }),
  fact('owner-assigned', { owner: PersonId }),
  fact('approval-requested', { approvalId: ApprovalId, request: Requested, noteId: z.optional(z.string()) }),
  fact('approval-decided', { approvalId: ApprovalId, decision: Decision, noteId: z.optional(z.string()) }),
  fact('unfrozen', { target: Freezable, approvalId: ApprovalId }),
  fact('goodwill-granted', { ...Goodwill, approvalId: z.optional(ApprovalId), noteId: z.optional(z.string()) }),
  fact('case-closed', { resolution: Resolution, reopenUntil: Instant }),
  fact('mail-sent', Mail),
  fact('mail-not-sent', { ...Mail, reason: z.enum(['no-address', 'address-bounced']) }),
  fact('mail-unconfirmed', Mail),
  fact('mail-bounced', Mail),
  fact('mail-complained-about', Mail),
  fact('survey-invited', surveyFacts['survey-invited']),
  fact('survey-not-asked', surveyFacts['survey-not-asked']),
  fact('survey-reminded', surveyFacts['survey-reminded']),
  fact('survey-started', surveyFacts['survey-started']),
  fact('survey-answered', surveyFacts['survey-answered']),
  fact('survey-declined', surveyFacts['survey-declined']),
  fact('survey-expired', surveyFacts['survey-expired']),
  /** A request was right and changed nothing; it stands here for its Idempotency-Key. */
  fact('nothing-changed', {}),
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
  fact: CaseFact,
  before: z.string(),
  hash: z.string(),
});
export type CaseEvent = z.infer<typeof CaseEvent>;
