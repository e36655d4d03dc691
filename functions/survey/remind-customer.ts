import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import type { Wish } from './contact-ledger-store.ts';
import { declineSurvey } from './decline-survey.ts';
import { type Asking, askingIn, surveyOf } from './survey.ts';

/** The reminder with this number, once, and none to somebody who has answered or wants none. */
export const remindCustomer =
  (asking: Asking, number: number) =>
  (current: Case): CaseFact[] => {
    if (current.cycle !== asking.cycle) return []; // it was taken up again: this is no time to ask how it went
    const survey = surveyOf(current, asking);
    if (survey?.status !== 'invited' || survey.reminders >= number || !survey.expiresAt) return [];
    return [{ kind: 'survey-reminded', data: { ...askingIn(asking), number, expiresAt: survey.expiresAt } }];
  };

/** Whoever has said meanwhile that they want no surveys is not reminded of this one: it is over. */
export const remindOrStop = (asking: Asking, number: number, wants: Wish | undefined) =>
  wants === 'no' ? declineSurvey(asking, 'opt-out') : remindCustomer(asking, number);
