import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { type Asking, askingIn, surveyOf } from './survey.ts';

/** An answer stays an answer, whatever somebody wants from then on. */
export const declineSurvey =
  (asking: Asking, through: 'page' | 'one-click' | 'opt-out') =>
  (current: Case): CaseFact[] =>
    surveyOf(current, asking)?.status === 'invited'
      ? [{ kind: 'survey-declined', data: { ...askingIn(asking), through } }]
      : [];
