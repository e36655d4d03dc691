import { isSurveyRun } from '../shared/ids.ts';
import type { Task } from './task.ts';

/** A case may be asked how it went more than once: which of its surveys the question is about. */
export const roundOf = ({ round = 1 }: Task): number => round;

/** A question about the run itself is no work on the case: it may be answered by closing the case by hand. */
export const isAboutTheRun = ({ step }: Task): boolean => step === 'case-run' || step === 'close-case';

/** A question about the run of a survey that died: no run waits for the answer, and no case. */
export const isAboutADeadSurvey = ({ step, askedAt = '' }: Task): boolean =>
  step === 'survey-customer' && isSurveyRun(askedAt);

/** A question of an investigation's run: it dies with that run, and the next one asks for itself. */
export const isAboutTheInvestigation = ({ step }: Task): boolean =>
  step === 'work-on-findings' || step === 'conclude-investigation';
