import { sha256 } from '../shared/chain.ts';
import type { Instant } from '../shared/now.ts';

/**
 * Good for one answer: it is made from the link and from how many answers there are, so that giving it out records
 * nothing, and the answer that comes spends every one that was given out before it.
 */
export const formTokenFor = (linkToken: string, answersSoFar: number): string =>
  sha256(`${linkToken}|${answersSoFar}`).slice(0, 32);

/** The same in a form on the page, which also says when it was shown; whoever changes that has spent it. */
export const shownFormFor = (linkToken: string, answersSoFar: number, shownAt: Instant): string => {
  const since = Date.parse(shownAt).toString(36);
  return `${sha256(`${linkToken}|${answersSoFar}|${since}`).slice(0, 32)}_${since}`;
};

/** When a form was shown that is still good for an answer; undefined for one that was spent, or was never shown. */
export function shownAtOf(form: string | null, linkToken: string, answersSoFar: number): number | undefined {
  const shownAt = Number.parseInt(form?.split('_')[1] ?? '', 36);
  if (!(Math.abs(shownAt) <= 8.64e15)) return undefined;
  return form === shownFormFor(linkToken, answersSoFar, new Date(shownAt).toISOString()) ? shownAt : undefined;
}
