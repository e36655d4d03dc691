import type { SurveyDefinition } from '../../functions/survey/definition.ts';
import { type SurveyForm, surveyForm } from '../../functions/survey/page/survey-form.ts';
import { shippedDefinitions } from '../../functions/survey/shipped-definitions.ts';

export const afterCase = shippedDefinitions['after-case'] as SurveyDefinition;
export const relationship = shippedDefinitions.relationship as SurveyDefinition;

/** The page of a survey as somebody of Example Bank sees it, with everything in it that a test does not care about. */
export const showForm = (form: Partial<SurveyForm> = {}) =>
  surveyForm({
    language: 'en',
    timeZone: 'Asia/Tehran',
    organisation: 'Example Bank',
    caseId: 'case_0123456789abcdefghjkmnpqrs',
    definition: afterCase,
    formToken: 'token',
    ...form,
  });

/** A survey with a question of every kind. */
export const everyKind: Pick<SurveyDefinition, 'questions'> = {
  questions: [
    ...afterCase.questions.slice(0, 4),
    ...relationship.questions.slice(0, 2),
    {
      kind: 'likert',
      id: 'informed',
      characteristic: 'communication',
      required: true,
      text: { en: 'I was kept informed.', fa: 'در جریان کارها بودم.' },
    },
    ...afterCase.questions.slice(4),
  ],
};
