import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { sha256 } from '../shared/chain.ts';
import type { Instant } from '../shared/now.ts';
import { surveyState } from './answer-survey.ts';
import { type Asking, askingIn, surveyOf } from './survey.ts';
import type { SurveyRef } from './survey-fact.ts';

/** Answers that were promised to be anonymous are counted in no fewer at once. */
export const smallestCrowd = 10;

/** What a link is called in the history of its case. It is made from what the mail alone holds. */
export const linkName = (token: string): string => sha256(`link|${token}`).slice(0, 32);

/**
 * What the answer given by a link is called. Of the same making, and neither name follows from the other or from what
 * is stored of the link: who has the mail finds the answer, and nobody else does.
 */
export const ballotName = (token: string): string => sha256(`ballot|${token}`).slice(0, 32);

/** Notes that somebody took part, once for each asking. What they said is kept elsewhere, under a name of its own. */
export const takePart =
  ({ asking, survey, link }: { asking: Asking; survey: SurveyRef; link: string }, at: Instant) =>
  (current: Case): CaseFact[] =>
    surveyState(current, asking, at) === 'open' && surveyOf(current, asking)?.anonymous
      ? [{ kind: 'survey-answered', data: { ...askingIn(asking), survey, version: 1, anonymous: true, link } }]
      : [];
