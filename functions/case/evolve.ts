import { isOpen } from '../task/task.ts';
import { afterApproval } from './after-approval.ts';
import { afterContact } from './after-contact.ts';
import { afterLife } from './after-life.ts';
import { withoutQuestions } from './after-restart.ts';
import { afterSurvey } from './after-survey.ts';
import { afterTask, unassigned, withFreeze, withoutObstacles } from './after-task.ts';
import { type Case, nothing } from './case.ts';
import type { CaseEvent, CaseFact } from './case-fact.ts';

/** Total: takes every event in every state, never throws, asks nobody. What changes it makes it another version. */
export function evolve(before: Case, event: CaseEvent): Case {
  const after = changed(before, event);
  return after === before ? before : { ...withoutObstacles(after, event.at), version: event.seq };
}

function changed(before: Case, event: CaseEvent): Case {
  const { fact, at } = event;
  if (fact.kind === 'case-opened') {
    const { caseId, correlationId } = event;
    return { ...nothing, ...fact.data, status: 'open', caseId, correlationId, openedAt: at, cycle: 1, reports: 1 };
  }
  if (before.status !== 'none' && fact.kind === 'customer-selected') return before;
  if (fact.kind === 'customer-selected') return selected(event, fact.data);
  if (before.status === 'none') return before;
  switch (fact.kind) {
    case 'report-joined':
    case 'interaction-recorded':
    case 'waiting-started':
    case 'waiting-reminded':
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
    case 'task-escalated':
    case 'task-completed':
    case 'task-acknowledged':
    case 'reminder-sent':
    case 'reminder-not-sent':
      return afterTask(before, fact, event);
    case 'case-transferred':
      return transferred(before, fact.data.to);
    case 'priority-changed':
      return { ...before, priority: fact.data.to };
    case 'owner-assigned':
      return { ...before, owner: fact.data.owner };
    case 'approval-requested':
    case 'approval-decided':
    case 'unfrozen':
    case 'goodwill-granted':
      return afterApproval(before, fact, event);
    case 'case-closed':
    case 'case-cancelled':
    case 'case-reopened':
      return { ...afterLife(before, fact, event), correlationId: event.correlationId };
    case 'case-continued':
    case 'case-linked':
    case 'case-unlinked':
    case 'linked-case-changed':
      return afterLife(before, fact, event);
    case 'complaint-acknowledged':
      return { ...before, complaint: { ...fact.data } };
    case 'complaint-stage-reached':
      return before.complaint ? { ...before, complaint: { ...before.complaint, stage: fact.data.stage } } : before;
    case 'survey-invited':
    case 'survey-not-asked':
    case 'survey-reminded':
    case 'survey-started':
    case 'survey-answered':
    case 'survey-answer-set-aside':
    case 'survey-declined':
    case 'survey-expired':
      return { ...before, surveys: afterSurvey(before, fact) };
    case 'customer-erased':
      return { ...before, erased: true };
    case 'nothing-changed':
    case 'case-reconciled':
      return before;
    case 'run-restarted':
      return { ...withoutQuestions(before), attempt: fact.data.attempt };
    case 'mail-sent':
    case 'mail-not-sent':
    case 'mail-unconfirmed':
    case 'mail-resend-asked':
    case 'mail-bounced':
    case 'mail-complained-about':
      return { ...before, mails: { ...before.mails, [fact.data.mailId]: fact.kind } };
  }
}

/** Nothing was to be solved, so there is nothing to wait for before the customer is asked. */
const selected = ({ caseId, at }: CaseEvent, { customerId, campaignId, survey }: Selected): Case => ({
  ...nothing,
  ...{ status: 'closed', type: 'relationship', caseId, customerId, subject: campaignId, cycle: 1 },
  ...{ openedAt: at, closedAt: at, campaign: { campaignId, survey } },
});
type Selected = Extract<CaseFact, { kind: 'customer-selected' }>['data'];

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
