import fc from 'fast-check';
import { Decision } from '../../functions/approval/approval.ts';
import {
  type CaseFact,
  CaseType,
  Priority,
  PriorityReason,
  Resolution,
  TransferReason,
  WaitingFor,
} from '../../functions/case/case-fact.ts';
import { Channel } from '../../functions/case/channel.ts';
import { AfterCancelling, CancelReason, LinkKind, ReopenReason, Standing } from '../../functions/case/life-fact.ts';
import { ComplaintStage } from '../../functions/complaint/complaint.ts';
import { LetterKind } from '../../functions/mail/mail.ts';
import { Repair, Unexplained } from '../../functions/reconcile/reconcile-fact.ts';
import { RungName } from '../../functions/reminder/reminder.ts';
import { EscalationReason, Outcome, ReleaseReason, Step, TaskKind, taskKinds } from '../../functions/task/task.ts';
import { taskId } from './facts.ts';
import { caseId } from './given.ts';

// Few values, so that facts of one history meet each other.
const one = <T>(values: Iterable<T>) => fc.constantFrom(...values);
const subject = one(['card_1', 'tx_1']);
const target = one(['acc_1', 'acc_2', 'card_1']);
const transactionId = one(['tx_1', 'tx_2']);
const team = one(['cards', 'fraud']);
const person = one(['cus_amir', 'ann', 'ben']);
const instant = one(['2026-11-23T09:00:00.000Z', '2026-12-01T09:00:00.000Z']);
const cycle = one([1, 2]);
const task = one(TaskKind.options.map((kind) => taskId(kind)));
const reminder = { taskId: task, name: one(RungName.options), dueAt: instant, to: person };
const other = one(['case_00000000000000000000000002']);
const approvals = [`${caseId}.approval.1`, `${caseId}.approval.2`];
const mail = { mailId: one(['m1', 'm2']), letter: one(LetterKind.options), to: person };

const data: { [K in CaseFact['kind']]: fc.Arbitrary<Extract<CaseFact, { kind: K }>['data']> } = {
  'case-opened': fc.record({
    type: one(CaseType.options),
    customerId: person,
    subject,
    channel: one(Channel.options),
    team,
  }),
  'case-reconciled': fc.record({ unexplained: one(Unexplained.options), repair: one(Repair.options) }),
  'customer-selected': fc.record({
    customerId: person,
    campaignId: fc.constant('campaign_1'),
    survey: fc.constant({ id: 'relationship', version: 0 }),
  }),
  'report-joined': fc.record({ subject, channel: one(Channel.options) }),
  'interaction-recorded': fc.record({
    interactionId: one(['int_1']),
    channel: one(Channel.options),
    direction: one(['inbound', 'outbound'] as const),
    textId: one(['int_1']),
  }),
  'freeze-planned': fc.record({ targets: fc.array(target) }),
  frozen: fc.record({ target }),
  'freeze-refused': fc.record({ target, reason: one(['refused'] as const) }),
  'freeze-completed': fc.record({ accounts: one([0, 3]), cards: one([0, 2]) }),
  'case-reviewed': fc.record({
    ruleSet: one(['test']),
    transactions: one([0, 9]),
    findings: fc.array(fc.record({ transactionId, rule: one(['abroad']), department: one(['fraud'] as const) })),
  }),
  'investigation-opened': fc.record({ cycle }),
  'investigation-concluded': fc.record({ cycle, fraud: one([0, 1]), refunds: one([0, 1]) }),
  'task-opened': fc
    .record({ kind: one(TaskKind.options), dueAt: instant, step: one(Step.options) })
    .map((about) => ({ ...about, taskId: taskId(about.kind), team: taskKinds[about.kind].team })),
  'task-claimed': fc.record({ taskId: task }),
  'task-completed': fc.record({ taskId: task, outcome: one(Outcome.options) }),
  'task-assigned': fc.record({ taskId: task, to: person }),
  'task-released': fc.record({ taskId: task, from: person, reason: one(ReleaseReason.options) }),
  'task-escalated': fc.record({ taskId: task, from: team, to: team, reason: one(EscalationReason.options) }),
  'waiting-started': fc.record({ reason: one(WaitingFor.options), closeAt: instant }),
  'waiting-ended': fc.record({ because: one(['customer-wrote', 'resumed'] as const) }),
  'case-transferred': fc.record({ from: team, to: team, reason: one(TransferReason.options) }),
  'priority-changed': fc.record({
    from: one(Priority.options),
    to: one(Priority.options),
    reason: one(PriorityReason.options),
  }),
  'owner-assigned': fc.record({ owner: person }),
  'task-acknowledged': fc.record({ taskId: task, dueAt: instant }),
  'reminder-sent': fc.record({ ...reminder, rung: one([1, 2, 3]) }),
  'reminder-not-sent': fc.record({ ...reminder, reason: one(['no-address'] as const) }),
  'approval-requested': fc.record({
    approvalId: one(approvals),
    request: fc.oneof(
      fc.record({ action: one(['unfreeze'] as const), targets: fc.uniqueArray(target, { minLength: 1 }) }),
      fc.record({ action: one(['goodwill-payment'] as const), amount: one([1, 9000]), currency: one(['EUR']) }),
    ),
  }),
  'approval-decided': fc.record({ approvalId: one(approvals), decision: one(Decision.options) }),
  unfrozen: fc.record({ target, approvalId: one(approvals) }),
  'goodwill-granted': fc.record({ amount: one([1, 9000]), currency: one(['EUR']) }),
  'case-closed': fc.record({ resolution: one(Resolution.options), reopenUntil: instant }),
  'complaint-acknowledged': fc.record({ cycle, answerBy: instant }),
  'complaint-stage-reached': fc.record({ cycle, stage: one(ComplaintStage.options) }),
  'case-cancelled': fc.record({
    reason: one(CancelReason.options),
    accounts: one(AfterCancelling.options),
    frozen: fc.uniqueArray(target),
    approval: fc.record({ approvalId: one(approvals), targets: fc.uniqueArray(target) }),
  }),
  'case-reopened': fc.record({ cycle: one([2, 3]), reason: one(ReopenReason.options) }),
  'case-continued': fc.record({ caseId: other, channel: one(Channel.options) }),
  'case-linked': fc.record({ caseId: other, as: one(LinkKind.options) }),
  'case-unlinked': fc.record({ caseId: other, as: one(LinkKind.options) }),
  'linked-case-changed': fc.record({ caseId: other, standing: one(Standing.options) }),
  'waiting-reminded': fc.record({ closeAt: instant }),
  'mail-sent': fc.record(mail),
  'mail-not-sent': fc.record({ ...mail, reason: one(['no-address'] as const) }),
  'mail-unconfirmed': fc.record(mail),
  'mail-resend-asked': fc.record(mail),
  'mail-bounced': fc.record(mail),
  'mail-complained-about': fc.record(mail),
  'survey-invited': fc.record({ cycle, expiresAt: instant }),
  'survey-not-asked': fc.record({ cycle, reason: one(['customer-withdrew'] as const) }),
  'survey-reminded': fc.record({ cycle, expiresAt: instant }),
  'survey-answered': fc.record({ cycle, score: one([1, 5]) }),
  'survey-started': fc.record({ cycle }),
  'survey-answer-set-aside': fc.record({ cycle, version: cycle, reason: one(['burst'] as const) }),
  'survey-declined': fc.record({ cycle, through: one(['page', 'one-click'] as const) }),
  'survey-expired': fc.record({ cycle }),
  'nothing-changed': fc.constant({}),
  'customer-erased': fc.constant({}),
  'run-restarted': fc.record({ attempt: one([1, 2, 3]), after: task }),
};

const kinds = Object.keys(data) as CaseFact['kind'][];

/** Any fact of any kind, whether or not it makes sense where it stands. */
export const anyFact: fc.Arbitrary<CaseFact> = fc.oneof(
  ...kinds.map((kind) => data[kind].map((content) => ({ kind, data: content }) as CaseFact)),
);
