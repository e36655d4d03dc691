import { sha256 } from '../shared/chain.ts';

/**
 * Goes with the form and is good for one answer: it is made from the link and from how many answers there are, so that
 * showing a form records nothing, and the answer that comes spends every form that was shown before it.
 */
export const formTokenFor = (linkToken: string, answersSoFar: number): string =>
  sha256(`${linkToken}|${answersSoFar}`).slice(0, 32);
