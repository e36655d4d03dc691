import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { type Asking, askingIn, surveyOf } from './survey.ts';

// Mail scanners open every link, and some also send what they find behind it. What a person does takes time.

/** Nobody reads a page and sends it in less. */
const quickest = 1_000;
/** Nobody gives two different answers in less. */
const shortest = 2_000;

/** A form that came back before anybody could have read it; with the clocks of two machines also before it was shown. */
export const isTooQuick = (shownAt: number, at: number): boolean => at - shownAt < quickest;

/** Two answers that are not one, so near to each other that no person gave both. */
export const isBurst = (one: number, other: number): boolean => Math.abs(other - one) < shortest;

/** The answer stays in the history and counts for nothing; the survey can be answered again. */
export const setAside =
  (asking: Asking, version: number) =>
  (current: Case): CaseFact[] => {
    const survey = surveyOf(current, asking);
    return survey?.status === 'answered' && survey.versions === version
      ? [{ kind: 'survey-answer-set-aside', data: { ...askingIn(asking), version, reason: 'burst' } }]
      : [];
  };
