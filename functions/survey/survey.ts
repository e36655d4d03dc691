import type { Case } from '../case/case.ts';
import type { Language } from '../shared/language.ts';
import type { Instant } from '../shared/now.ts';
import type { NotAsked, Rated, SurveyAnswer, SurveyRef } from './survey-fact.ts';

/** One asking of the customer: once in a cycle, and a second round after a recovery. */
export type Survey = {
  cycle: number;
  round: number;
  status: 'invited' | 'not-asked' | 'answered' | 'set-aside' | 'declined' | 'expired';
  survey?: SurveyRef | undefined;
  language?: Language | undefined;
  expiresAt?: Instant;
  /** Of the first question. */
  scale?: Rated | undefined;
  reason?: NotAsked;
  /** What was answered is kept without a trace to it; `link` names the one that was used. */
  anonymous?: true | undefined;
  link?: string | undefined;
  /** Somebody sent a form that was not complete. */
  started?: true;
  /** How many reminders went out. */
  reminders: number;
  /** All answers that came, changed and late ones too; what counts is below. */
  versions: number;
  answers?: SurveyAnswer[] | undefined;
  /** The satisfaction asked for first, from 1 to 5, where it was. */
  score?: number | undefined;
  /** What counted before the last answer, and counts again if that turns out to be none. */
  earlier?: Pick<Survey, 'answers' | 'score'> | undefined;
};

/** Which asking of which case: what a link, a wait and a run are about. */
export type Asking = { cycle: number; round?: number | undefined };

/** Whether the closing notice of this cycle waits for this asking, to carry the question. */
export const goesWithNotice = (
  current: Pick<Case, 'notice' | 'status' | 'cycle'>,
  { cycle, round = 1 }: Asking,
): boolean => current.notice === 'with-survey' && current.status === 'closed' && current.cycle === cycle && round === 1;

/** What became of this asking, or undefined when the customer was not asked yet. */
export const surveyOf = ({ surveys }: Pick<Case, 'surveys'>, { cycle, round = 1 }: Asking): Survey | undefined =>
  surveys.find((one) => one.cycle === cycle && one.round === round);

/** An asking as colleagues see it. */
export const showSurvey = ({ earlier: _, ...survey }: Survey): Omit<Survey, 'earlier'> => survey;

/** An asking as facts carry it: the first round is not named. */
export const askingIn = ({ cycle, round = 1 }: Asking): Asking => (round > 1 ? { cycle, round } : { cycle });
