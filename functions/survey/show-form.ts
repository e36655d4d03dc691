import { now } from '../shared/now.ts';
import type { FoundSurvey } from './find-survey.ts';
import { shownFormFor } from './form-token.ts';
import type { Page } from './page/page.ts';
import type { Filled } from './page/question-html.ts';
import { type SurveyForm, surveyForm } from './page/survey-form.ts';
import type { SurveyAnswer } from './survey-fact.ts';
import type { Reader } from './survey-page.ts';

/** The form of a survey that can be answered or changed, with what is filled in already. */
export function showForm(
  { token, caseId, current, survey, definition, state, expiredAt }: FoundSurvey,
  reader: Reader,
  more: Pick<SurveyForm, 'filled' | 'errors' | 'wrong'> = {},
): Page {
  const formToken = shownFormFor(token, survey?.versions ?? 0, now());
  const changing = state === 'answered' && { changeUntil: expiredAt };
  // Whoever is promised that nothing leads to their case is not shown its number.
  const about = current.campaign || survey?.anonymous ? { anonymous: survey?.anonymous } : { caseId };
  return surveyForm({ ...reader, ...about, definition, formToken, ...changing, ...more });
}

/** What somebody chose before; what they wrote comes from the vault, as `texts` by its reference. */
export function filledWith(answers: readonly SurveyAnswer[], texts: ReadonlyMap<string, string>): Filled {
  const values = (answer: SurveyAnswer): string[] => {
    if (answer.kind === 'choice') return answer.choices;
    return answer.kind === 'text' ? [texts.get(answer.textId) ?? ''] : [String(answer.value)];
  };
  return Object.fromEntries(answers.map((answer) => [answer.question, values(answer)]));
}
