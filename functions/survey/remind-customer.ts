import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { askingIn } from './invite-customer.ts';
import { type Asking, surveyOf } from './survey.ts';

/** The reminder with this number, once, and none to somebody who has answered or wants none. */
export const remindCustomer =
  (asking: Asking, number: number) =>
  (current: Case): CaseFact[] => {
    if (current.cycle !== asking.cycle) return []; // it was taken up again: this is no time to ask how it went
    const survey = surveyOf(current, asking);
    if (survey?.status !== 'invited' || survey.reminders >= number || !survey.expiresAt) return [];
    return [{ kind: 'survey-reminded', data: { ...askingIn(asking), number, expiresAt: survey.expiresAt } }];
  };
