import type { Resolution, WaitingFor } from '../../case/case-fact.ts';
import type { AfterCancelling, CancelReason } from '../../case/life-fact.ts';
import type { Remindable, Rung } from '../../reminder/reminder.ts';
import type { Language } from '../../shared/language.ts';
import type { Instant } from '../../shared/now.ts';
import type { Rated } from '../../survey/survey-fact.ts';

export type OpenTask = {
  taskId: string;
  caseId: string;
  kind: Remindable['kind'];
  team: string;
  dueAt: Instant;
  rung: Rung['id'];
};

/**
 * Where a survey is answered and until when; `scale` is that of its first question, csat where none is named. Of an
 * anonymous one the mail offers no points: whatever stands on the way of a link would know which was chosen.
 */
export type SurveyLink = { url: string; expiresAt: Instant; scale?: Rated | undefined; anonymous?: true | undefined };
/** A case that closed, one that was taken up again after a bad answer, or how things are as a whole. */
export type SurveyAbout = 'case' | 'recovery' | 'relationship';

/** What a mail is about. Ids, enumerations, counts and instants: nothing that names a person or an account. */
export type Letter =
  | { kind: 'accounts-frozen'; caseId: string; accounts: number; cards: number; reportedAt: Instant }
  | {
      kind: 'case-closed';
      caseId: string;
      resolution: Resolution;
      closedAt: Instant;
      reopenUntil: Instant;
      /** The question how it went, where it goes with the notice. */
      survey?: SurveyLink | undefined;
    }
  | {
      kind: 'case-cancelled';
      caseId: string;
      reason: CancelReason;
      /** How many accounts and cards are still frozen for it, and what is to become of them. */
      frozen: number;
      accounts: AfterCancelling;
      cancelledAt: Instant;
    }
  | { kind: 'case-reopened' | 'complaint-progress'; caseId: string }
  | { kind: 'complaint-acknowledged'; caseId: string; answerBy: Instant }
  | { kind: 'waiting-reminder'; caseId: string; reason: WaitingFor; closeAt: Instant }
  | ({ kind: 'survey-invitation' | 'survey-reminder'; caseId: string; about?: SurveyAbout } & SurveyLink)
  | { kind: 'task-reminder'; tasks: OpenTask[] };

/** Colleagues are written to by the function that reminds them, which knows no other letter. */
export type CustomerLetter = Exclude<Letter, { kind: 'task-reminder' }>;
export type LetterOf<Kind extends Letter['kind']> = Extract<Letter, { kind: Kind }>;

export type Recipient = { name: string; language: Language; timeZone: string };
export type Sender = { organisation: string };
