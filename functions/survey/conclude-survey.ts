import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { surveyOf } from './survey.ts';

/** What nobody has answered by now is over, also when the case was taken up again since. */
export const concludeSurvey =
  (of?: number) =>
  (current: Case): CaseFact[] => {
    const cycle = of ?? current.cycle;
    return surveyOf(current, { cycle })?.status === 'invited' ? [{ kind: 'survey-expired', data: { cycle } }] : [];
  };
