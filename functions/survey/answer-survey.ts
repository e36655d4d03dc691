import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import type { Instant } from '../shared/now.ts';
import { type Asking, surveyOf } from './survey.ts';

export type Answer = { cycle: number; score: number; commentId?: string | undefined };

/** Where a survey stands for somebody who opens its link. */
export type SurveyState = 'open' | 'answered' | 'expired';

export function surveyState(current: Case, asking: Asking, at: Instant): SurveyState {
  const survey = surveyOf(current, asking);
  if (current.cycle !== asking.cycle || !survey) return 'expired';
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
