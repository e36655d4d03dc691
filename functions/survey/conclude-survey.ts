import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { surveyOf } from './survey.ts';

/** What nobody has answered by now is over. */
export const concludeSurvey = (current: Case): CaseFact[] => {
  const { cycle } = current;
  return surveyOf(current, { cycle })?.status === 'invited' ? [{ kind: 'survey-expired', data: { cycle } }] : [];
};
