import { after, day, hour, type Instant } from '../shared/now.ts';
import { type SurveyRules, shippedRules } from './survey-rules.ts';

/** When the run of a survey does what; handed to it as its input. */
export type SurveyPlan = {
  inviteAt: Instant;
  /** From the invitation to the first reminder, and from each to the next. */
  remindAfterSeconds: number;
  reminders: number;
  /** From the last reminder on. */
  expireAfterSeconds: number;
};

type Timing = Pick<SurveyRules, 'delayHours' | 'openDays' | 'reminders' | 'remindAfterDays'>;
const seconds = (days: number): number => (days * day) / 1000;

/** The asking after a close: after a while, as nobody knows at once whether it is really solved. */
export function planSurvey(from: Instant, rules: Timing = shippedRules): SurveyPlan {
  const { delayHours, openDays, reminders } = rules;
  const remindAfterDays = reminders > 0 ? rules.remindAfterDays : openDays;
  return {
    inviteAt: after(from, delayHours * hour),
    remindAfterSeconds: seconds(remindAfterDays),
    reminders,
    expireAfterSeconds: seconds(reminders > 0 ? openDays - reminders * remindAfterDays : openDays),
  };
}

/** Until when an invitation sent now can be answered. */
export const surveyExpiry = (invitedAt: Instant, { openDays }: Pick<SurveyRules, 'openDays'> = shippedRules): Instant =>
  after(invitedAt, openDays * day);
