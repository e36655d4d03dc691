import type { Approval } from '../approval/approval.ts';
import type { Instant } from '../shared/now.ts';
import { isOpen, type Task } from '../task/task.ts';
import { afterApproval } from './after-approval.ts';
import { afterContact, afterWaiting } from './after-contact.ts';
import { afterSurvey } from './after-survey.ts';
import { afterTask, unassigned, withFreeze } from './after-task.ts';
import type { CaseEvent, CaseType, Finding, Resolution, Step, WaitingFor } from './case-fact.ts';

/** What a case's history amounts to. */
export type Case = {
  status: 'none' | 'open' | 'closed';
  caseId: string;
  type: CaseType;
  customerId: string;
  /** The card or the payment it is about. */
  subject: string;
  /** Where it is worked on; after a transfer, no longer where it was opened. */
  team: string;
  transferred: boolean;
  /** Who answers for the whole of it, besides the people of its tasks. */
  owner?: string;
  openedAt: Instant;
  /** Counts from 1; a reopened case starts the next one. */
  cycle: number;
  /** Attempts at the run of this cycle; more than 1 when a run died and another took over. */
  attempt: number;
  reports: number;
  interactions: number;
  /** When a colleague last wrote to the customer. */
  wroteAt?: Instant;
  /** What it waits for from the customer, and until when; `heard` once they wrote. */
  waiting?: { reason: WaitingFor; since: Instant; closeAt: Instant; heard: boolean };
  /** Every account and card that has to be frozen, and how far that is. */
  freeze: Record<string, 'planned' | 'frozen' | 'refused' | 'settled-by-hand' | 'unfrozen'>;
  frozenAt?: Instant;
  findings?: Finding[];
  investigation: 'none' | 'open' | 'concluded';
  tasks: Task[];
  /** Steps that failed for good and that a person has seen to. */
  settled: Step[];
  /** What one colleague asked for and another decides. */
  approvals: Approval[];
  /** What was paid for goodwill, in minor units. */
  goodwill: { amount: number; currency: string; approvalId?: string | undefined }[];
  /** The last that is known of each mail about it. */
  mails: Record<string, 'mail-sent' | 'mail-not-sent' | 'mail-unconfirmed' | 'mail-bounced' | 'mail-complained-about'>;
  resolution?: Resolution;
  closedAt?: Instant;
  survey?: {
    status: 'invited' | 'not-asked' | 'answered' | 'expired';
    reminded: boolean;
    score?: number;
    expiresAt?: Instant;
  };
};

/** No history yet. */
export const nothing: Case = {
  status: 'none',
  caseId: '',
  type: 'lost-card',
  customerId: '',
  subject: '',
  team: '',
  transferred: false,
  openedAt: '',
  cycle: 0,
  attempt: 1,
  reports: 0,
  interactions: 0,
  freeze: {},
  investigation: 'none',
  tasks: [],
  settled: [],
  approvals: [],
  goodwill: [],
  mails: {},
};

/** Total: takes every event in every state, never throws, asks nobody. */
export function evolve(before: Case, event: CaseEvent): Case {
  const { fact, at } = event;
  if (fact.kind === 'case-opened') {
    return { ...nothing, ...fact.data, status: 'open', caseId: event.caseId, openedAt: at, cycle: 1, reports: 1 };
  }
  if (before.status === 'none') return before;
  switch (fact.kind) {
    case 'report-joined':
    case 'interaction-recorded':
    case 'waiting-started':
    case 'waiting-ended':
      return afterContact(before, fact, at);
    case 'freeze-planned':
      return withFreeze(before, fact.data.targets, 'planned');
    case 'frozen':
      return withFreeze(before, [fact.data.target], 'frozen');
    case 'freeze-refused':
      return withFreeze(before, [fact.data.target], 'refused');
    case 'freeze-completed':
      return { ...before, frozenAt: at };
    case 'case-reviewed':
      return { ...before, findings: fact.data.findings };
    case 'investigation-opened':
      return { ...before, investigation: 'open' };
    case 'investigation-concluded':
      return { ...before, investigation: 'concluded' };
    case 'task-opened':
    case 'task-claimed':
    case 'task-assigned':
    case 'task-released':
    case 'task-completed':
    case 'task-acknowledged':
    case 'reminder-sent':
    case 'reminder-not-sent':
      return afterTask(before, fact, event);
    case 'case-transferred':
      return transferred(before, fact.data.to);
    case 'owner-assigned':
      return { ...before, owner: fact.data.owner };
    case 'approval-requested':
    case 'approval-decided':
    case 'unfrozen':
    case 'goodwill-granted':
      return afterApproval(before, fact, event);
    case 'case-closed':
      return { ...afterWaiting(before), status: 'closed', resolution: fact.data.resolution, closedAt: at };
    case 'survey-invited':
    case 'survey-not-asked':
    case 'survey-reminded':
    case 'survey-answered':
    case 'survey-expired':
      return { ...before, ...afterSurvey(before, fact) };
    case 'run-restarted':
      return { ...before, attempt: fact.data.attempt };
    case 'mail-sent':
    case 'mail-not-sent':
    case 'mail-unconfirmed':
    case 'mail-bounced':
    case 'mail-complained-about':
      return { ...before, mails: { ...before.mails, [fact.data.mailId]: fact.kind } };
  }
}

/**
 * The case and its triage go on elsewhere; what departments were asked stays with them. Whoever had it is not of the
 * new team.
 */
function transferred({ owner: _, ...before }: Case, team: string): Case {
  const tasks = before.tasks.map((task) =>
    task.kind === 'triage' && isOpen(task) ? { ...unassigned(task), team } : task,
  );
  return { ...before, team, transferred: true, tasks };
}
