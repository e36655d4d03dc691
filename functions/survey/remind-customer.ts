import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';

/** One reminder at most, and none to somebody who has answered. */
export const remindCustomer = ({ survey, cycle }: Case): CaseFact[] => {
  if (survey?.status !== 'invited' || survey.reminded || !survey.expiresAt) return [];
  return [{ kind: 'survey-reminded', data: { cycle, expiresAt: survey.expiresAt } }];
};
