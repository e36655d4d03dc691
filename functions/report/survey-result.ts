import type { Experience } from './drivers.ts';
import type { By, Day, Purpose } from './report.ts';
import type { Scale } from './scale.ts';

/** One answer to a question on a scale. The first of its kind in a survey also counts for the kind as a whole. */
export type Rating = { measure: string; scale: Scale; value: number };

/**
 * What one asking came to, as far as it has come: a survey after one cycle of one case. It counts on the day it was
 * decided on, whenever the answer comes, so that the answers of a day never outnumber its invitations.
 */
export type SurveyResult = {
  surveyId: string;
  day: Day;
  purpose: Purpose;
  groups: Record<By, string>;
  invited: boolean;
  notAsked?: string;
  delivered: boolean;
  started: boolean;
  answered: boolean;
  declined: boolean;
  ratings: Rating[];
  choices: { measure: string; chosen: readonly string[] }[];
  /** What the case was like for whoever gave the score that counts. */
  driver?: { experience: Experience; score: number };
  /** Perceived less expected, in steps of time; above zero it was faster. */
  timeGap?: number;
  /** What came of it is what was wished for. */
  wishFulfilled?: boolean;
};
