import type { Language } from '../../shared/language.ts';

export type Resolution = 'resolved' | 'fraud-confirmed' | 'no-fraud-found' | 'customer-withdrew';
export type TaskKind = 'triage' | 'fraud-review' | 'dispute-review' | 'failed-step';

/** How far a task's reminders have come: before its due time, at it, past it, and to the team's lead. */
export type Rung = 'due-soon' | 'due' | 'overdue' | 'escalated';

export type OpenTask = { taskId: string; caseId: string; kind: TaskKind; team: string; dueAt: string; rung: Rung };

/** What a mail is about. Ids, enumerations, counts and ISO 8601 times: nothing that names a person or an account. */
export type Letter =
  | { kind: 'accounts-frozen'; caseId: string; accounts: number; cards: number; reportedAt: string }
  | { kind: 'case-closed'; caseId: string; resolution: Resolution; closedAt: string; reopenUntil: string }
  | { kind: 'survey-invitation' | 'survey-reminder'; caseId: string; url: string; expiresAt: string }
  | { kind: 'task-reminder'; tasks: OpenTask[] };

export type LetterOf<Kind extends Letter['kind']> = Extract<Letter, { kind: Kind }>;

export type Recipient = { name: string; language: Language; timeZone: string };
export type Sender = { organisation: string };
