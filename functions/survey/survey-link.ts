import type { Case } from '../case/case.ts';
import type { Instant } from '../shared/now.ts';
import { surveyState } from './answer-survey.ts';
import type { FoundSurvey } from './find-survey.ts';
import { formTokenFor } from './form-token.ts';
import { SurveyIsAnonymous, SurveyNotOpen } from './refusals.ts';

/** The asking of a case that can be answered now, the latest. @throws SurveyNotOpen, SurveyIsAnonymous */
export function openAsking(current: Case, at: Instant) {
  const open = current.surveys.findLast((one) => ['open', 'answered'].includes(surveyState(current, one, at)));
  if (!open) throw new SurveyNotOpen(current.caseId);
  if (open.anonymous) throw new SurveyIsAnonymous(current.caseId);
  return { cycle: open.cycle, round: open.round };
}

/** All that a client needs to ask on a page of its own, and the link to ours. */
export const showLink = (
  { token, caseId, survey, ref, definition, state, expiredAt, reader }: FoundSurvey,
  publicUrl: string,
) => ({
  caseId,
  token,
  url: `${publicUrl}/surveys/${token}`,
  form: formTokenFor(token, survey?.versions ?? 0),
  survey: ref,
  state,
  language: reader.language,
  expiresAt: expiredAt,
  questions: definition.questions,
});
