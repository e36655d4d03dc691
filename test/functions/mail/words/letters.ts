import type { Letter, Recipient, Sender } from '../../../../functions/mail/words/letter.ts';
import { renderMail } from '../../../../functions/mail/words/render-mail.ts';
import { renderReminder } from '../../../../functions/mail/words/render-reminder.ts';
import type { Language } from '../../../../functions/shared/language.ts';

export const caseId = 'case_0123456789abcdefghjkmnpqrs';
export const surveyUrl = 'https://survey.example.com/surveys/tok_8f3k2j';

const task = { caseId, taskId: `${caseId}.1.triage`, team: 'cards', dueAt: '2025-10-10T11:00:00Z' } as const;
const link = { url: surveyUrl, expiresAt: '2025-10-20T11:00:00Z' };
const request = { caseId, ...link };
const closed = { caseId, closedAt: '2025-10-12T11:00:00Z', reopenUntil: '2025-11-12T11:00:00Z' };

const cancelled = { caseId, cancelledAt: '2025-10-12T11:00:00Z' };

/** Every letter there is, in each of its shapes. */
export const letters: Letter[] = [
  { kind: 'accounts-frozen', caseId, accounts: 3, cards: 2, reportedAt: '2025-10-09T11:00:00Z' },
  { kind: 'accounts-frozen', caseId, accounts: 1, cards: 0, reportedAt: '2025-10-09T11:00:00Z' },
  { kind: 'accounts-frozen', caseId, accounts: 0, cards: 1, reportedAt: '2025-10-09T11:00:00Z' },
  { kind: 'accounts-frozen', caseId, accounts: 0, cards: 0, reportedAt: '2025-10-09T11:00:00Z' },
  { kind: 'case-closed', resolution: 'resolved', ...closed },
  { kind: 'case-closed', resolution: 'fraud-confirmed', ...closed },
  { kind: 'case-closed', resolution: 'no-fraud-found', ...closed },
  { kind: 'case-closed', resolution: 'customer-withdrew', ...closed },
  { kind: 'case-cancelled', reason: 'opened-by-mistake', accounts: 'unfreeze', frozen: 4, ...cancelled },
  { kind: 'case-cancelled', reason: 'duplicate', accounts: 'keep-frozen', frozen: 4, ...cancelled },
  { kind: 'case-cancelled', reason: 'customer-withdrew', accounts: 'unfreeze', frozen: 0, ...cancelled },
  { kind: 'case-cancelled', reason: 'not-our-responsibility', accounts: 'unfreeze', frozen: 0, ...cancelled },
  { kind: 'case-closed', resolution: 'no-answer', ...closed },
  { kind: 'case-closed', resolution: 'complaint-upheld', ...closed },
  { kind: 'case-closed', resolution: 'complaint-partly-upheld', ...closed },
  { kind: 'case-closed', resolution: 'complaint-rejected', ...closed },
  { kind: 'complaint-acknowledged', caseId, answerBy: '2025-10-24T11:00:00Z' },
  { kind: 'complaint-progress', caseId },
  { kind: 'case-reopened', caseId },
  { kind: 'waiting-reminder', caseId, reason: 'customer-information', closeAt: '2025-10-20T11:00:00Z' },
  { kind: 'waiting-reminder', caseId, reason: 'customer-documents', closeAt: '2025-10-20T11:00:00Z' },
  { kind: 'case-closed', resolution: 'resolved', ...closed, survey: link },
  { kind: 'survey-invitation', ...request },
  { kind: 'survey-invitation', ...request, scale: 'ces' },
  { kind: 'survey-invitation', ...request, scale: 'likert' },
  { kind: 'survey-invitation', ...request, about: 'recovery' },
  { kind: 'survey-invitation', ...request, about: 'relationship', scale: 'nps' },
  { kind: 'survey-invitation', ...request, anonymous: true },
  { kind: 'survey-invitation', ...request, about: 'relationship', scale: 'nps', anonymous: true },
  { kind: 'survey-reminder', ...request },
  { kind: 'survey-reminder', ...request, about: 'recovery' },
  { kind: 'survey-reminder', ...request, about: 'relationship', scale: 'nps' },
  {
    kind: 'task-reminder',
    tasks: [
      { ...task, kind: 'triage', rung: 'due' },
      { ...task, kind: 'fraud-review', team: 'fraud', rung: 'overdue', dueAt: '2025-10-08T11:00:00Z' },
      { ...task, kind: 'dispute-review', team: 'disputes', rung: 'escalated' },
      { ...task, kind: 'failed-step', team: 'operations', rung: 'due' },
    ],
  },
];

/** A letter as whoever sends it writes it: those to customers, and the one to colleagues. */
export const render = (letter: Letter, to: Recipient, from: Sender) =>
  letter.kind === 'task-reminder' ? renderReminder(letter.tasks, to, from) : renderMail(letter, to, from);

export const reader = {
  en: { name: 'Mary O’Neill', language: 'en', timeZone: 'Europe/London' },
  fa: { name: 'مریم احمدی', language: 'fa', timeZone: 'Asia/Tehran' },
} as const satisfies Record<Language, unknown>;

export const sender = { organisation: 'بانک نمونه' };
