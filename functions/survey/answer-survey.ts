import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import type { Language } from '../shared/language.ts';
import type { Instant } from '../shared/now.ts';
import { type Asking, askingIn, surveyOf } from './survey.ts';
import type { SurveyAnswer, SurveyRef } from './survey-fact.ts';

/** `replaces` is how many answers there were when the form was shown: of two sent at once, one is news. */
export type Answer = {
  asking: Asking;
  replaces: number;
  survey: SurveyRef;
  language: Language;
  channel: 'web' | 'api';
  answers: SurveyAnswer[];
  detractor: boolean;
};

/** Where a survey stands for somebody who opens its link. An answered one is open for a change until its time is over. */
export type SurveyState = 'open' | 'answered' | 'declined' | 'expired';

export function surveyState(current: Case, asking: Asking, at: Instant): SurveyState {
  const survey = surveyOf(current, asking);
  if (!survey || at >= (survey.expiresAt ?? '')) return 'expired';
  if (survey.status === 'answered' || survey.status === 'declined') return survey.status;
  return survey.status === 'invited' || survey.status === 'set-aside' ? 'open' : 'expired';
}

/** Records an answer as the next version. One that comes late is kept and says so; one to no survey is none. */
export const answerSurvey =
  ({ asking, replaces, survey, language, channel, answers, detractor }: Answer, at: Instant) =>
  (current: Case): CaseFact[] => {
    const asked = surveyOf(current, asking);
    if (!asked?.expiresAt || asked.versions !== replaces) return [];
    const late = surveyState(current, asking, at) === 'expired';
    const version = asked.versions + 1;
    const said = { ...askingIn(asking), survey, version, answers, language, channel };
    return [
      {
        kind: 'survey-answered',
        data: { ...said, ...(late && { late }), ...(detractor && { detractor }) },
      },
    ];
  };

/** Somebody sent a form that was not complete: they began, which is noted once. */
export const startSurvey =
  (asking: Asking, at: Instant) =>
  (current: Case): CaseFact[] =>
    surveyState(current, asking, at) === 'open' && !surveyOf(current, asking)?.started
      ? [{ kind: 'survey-started', data: askingIn(asking) }]
      : [];
