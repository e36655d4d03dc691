import { after, day, hour, type Instant } from '../shared/now.ts';

// When a customer is asked how it went: long enough after the closing notice to know whether it is really solved.
export const surveyPolicy = { delayHours: 24, remindAfterDays: 3, openDays: 14, reminders: 1, longestComment: 2000 };

/** When the run of the survey does what; handed to it as its input. */
export type SurveyPlan = { inviteAt: Instant; remindAfterSeconds: number; expireAfterSeconds: number };

export function planSurvey(closedAt: Instant, policy = surveyPolicy): SurveyPlan {
  const remindAfterSeconds = (policy.remindAfterDays * day) / 1000;
  return {
    inviteAt: after(closedAt, policy.delayHours * hour),
    remindAfterSeconds,
    expireAfterSeconds: (policy.openDays * day) / 1000 - remindAfterSeconds,
  };
}

/** Until when an invitation sent now can be answered. */
export const surveyExpiry = (invitedAt: Instant, policy = surveyPolicy): Instant =>
  after(invitedAt, policy.openDays * day);
