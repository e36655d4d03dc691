import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import type { Instant } from '../shared/now.ts';

export type Answer = { cycle: number; score: number; commentId?: string | undefined };

/** Where a survey stands for somebody who opens its link. */
export type SurveyState = 'open' | 'answered' | 'expired';

export function surveyState({ survey, cycle }: Case, invitation: { cycle: number }, at: Instant): SurveyState {
  if (cycle !== invitation.cycle || !survey) return 'expired';
  if (survey.status === 'answered') return 'answered';
  return survey.status === 'invited' && at < (survey.expiresAt ?? '') ? 'open' : 'expired';
}

/** Records an answer once; what comes late or again decides nothing. */
export const answerSurvey =
  ({ cycle, score, commentId }: Answer, at: Instant) =>
  (current: Case): CaseFact[] =>
    surveyState(current, { cycle }, at) === 'open'
      ? [{ kind: 'survey-answered', data: { cycle, score, ...(commentId && { commentId }) } }]
      : [];
