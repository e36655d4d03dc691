import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { surveyOf } from './survey.ts';

/** One reminder at most, and none to somebody who has answered. */
export const remindCustomer =
  (of?: number) =>
  (current: Case): CaseFact[] => {
    const { cycle } = current;
    if (cycle !== (of ?? cycle)) return [];
    const survey = surveyOf(current, { cycle });
    if (survey?.status !== 'invited' || survey.reminders > 0 || !survey.expiresAt) return [];
    return [{ kind: 'survey-reminded', data: { cycle, expiresAt: survey.expiresAt } }];
  };
