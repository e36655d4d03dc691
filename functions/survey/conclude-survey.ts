import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { type Asking, askingIn, surveyOf } from './survey.ts';

/** What nobody has answered by now is over; whom nobody could ask, the history says so. */
export const concludeSurvey =
  (asking: Asking) =>
  (current: Case): CaseFact[] => {
    const survey = surveyOf(current, asking);
    if (survey?.status === 'invited') return [{ kind: 'survey-expired', data: askingIn(asking) }];
    if (survey || current.status === 'none') return [];
    return [{ kind: 'survey-not-asked', data: { ...askingIn(asking), reason: 'could-not-be-asked' } }];
  };
