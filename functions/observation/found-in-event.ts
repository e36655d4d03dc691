import type { CaseEvent, CaseFact } from '../case/case-fact.ts';
import type { Observation, ObservationKind } from './observation.ts';

type Data = Observation['data'];

/** What an auditor should look at because of one event: most events are none of their business. */
export function foundInEvent({ caseId, seq, at, by, fact }: CaseEvent): Observation | undefined {
  const found = foundIn(fact);
  return found && { id: `${caseId}.${seq}`, kind: found[0], at, by, caseId, seq, data: found[1] };
}

/** A new kind of fact that overrides something, or says that a check failed, is a new line here. */
function foundIn({ kind, data }: CaseFact): [ObservationKind, Data] | undefined {
  switch (kind) {
    case 'goodwill-granted':
      return [data.approvalId ? 'goodwill' : 'goodwill-alone', { amount: data.amount, currency: data.currency }];
    case 'unfrozen':
      return ['unfrozen', { target: data.target, approval: data.approvalId }];
    case 'priority-changed':
      return ['priority-by-hand', { from: data.from, to: data.to, reason: data.reason }];
    case 'task-completed':
      return data.outcome === 'handled' ? ['step-settled-by-hand', { task: data.taskId }] : undefined;
    case 'waiting-started':
      return ['clock-stopped', { reason: data.reason, until: data.closeAt }];
    case 'case-closed':
      return data.noSurvey ? ['survey-left-out', { reason: data.noSurvey }] : undefined;
    case 'case-cancelled':
      return ['case-given-up', { reason: data.reason, accounts: data.accounts }];
    case 'mail-resend-asked':
      return ['mail-sent-again', { letter: data.letter, mail: data.mailId }];
    case 'case-reconciled':
      return ['nothing-worked-on-it', { reason: data.unexplained, repair: data.repair }];
    default:
      return failedIn({ kind, data } as CaseFact);
  }
}

function failedIn({ kind, data }: CaseFact): [ObservationKind, Data] | undefined {
  switch (kind) {
    case 'freeze-refused':
      return ['freeze-refused', { target: data.target, reason: data.reason }];
    case 'case-reviewed':
      return data.findings.length > 0
        ? ['rule-hit', { count: data.findings.length, rules: listed(data.findings.map(({ rule }) => rule)) }]
        : undefined;
    case 'task-opened':
      return data.step ? ['step-failed', { step: data.step, task: data.taskId }] : undefined;
    case 'mail-bounced':
      return ['mail-bounced', { letter: data.letter, mail: data.mailId }];
    case 'mail-not-sent':
      return ['mail-not-sent', { letter: data.letter, reason: data.reason }];
    case 'mail-unconfirmed':
      return ['mail-unconfirmed', { letter: data.letter, mail: data.mailId }];
    case 'mail-complained-about':
      return ['mail-unwanted', { letter: data.letter, mail: data.mailId }];
    case 'reminder-not-sent':
      return data.reason === 'acknowledged'
        ? undefined
        : ['reminder-not-sent', { task: data.taskId, reason: data.reason }];
    default:
      return undefined;
  }
}

const listed = (names: readonly string[]): string => [...new Set(names)].sort().join(' ');
