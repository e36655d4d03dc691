import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';

/** What nobody has answered by now is over. */
export const concludeSurvey = ({ survey, cycle }: Case): CaseFact[] =>
  survey?.status === 'invited' ? [{ kind: 'survey-expired', data: { cycle } }] : [];
