import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/case-fact.ts';
import { metric } from '../shared/log.ts';

const counted: Partial<Record<CaseEvent['fact']['kind'], string>> = {
  'case-opened': 'CasesOpened',
  'case-closed': 'CasesClosed',
  'case-reopened': 'CasesReopened',
  'case-cancelled': 'CasesCancelled',
  'reminder-sent': 'RemindersSent',
  'survey-invited': 'SurveysInvited',
  'survey-answered': 'SurveysAnswered',
  'mail-bounced': 'MailsBounced',
};

/**
 * A figure for each thing that whoever answers for the service looks at; the dashboard draws them. An event that is
 * delivered again is counted again: a curve to watch, where reports have to be exact.
 */
export function measure({ fact, at }: CaseEvent, { openedAt, cycle }: Case): void {
  const name = counted[fact.kind];
  if (name && !(fact.kind === 'survey-answered' && (fact.data.version ?? 1) > 1)) metric(name, 1, 'Count');
  if (fact.kind === 'freeze-completed' && cycle === 1)
    metric('TimeToFreeze', (Date.parse(at) - Date.parse(openedAt)) / 1000, 'Seconds');
}
