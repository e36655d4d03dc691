import { commitmentTo, isDrawn } from './sampling.ts';
import type { PublishedSample } from './sampling-store.ts';

/** What a history says of one case: `sample.rate`, and whether it was left out as `not-sampled`. */
export type Draw = { caseId: string; rate: number; drawn: boolean };

/**
 * What an auditor does when a seed is revealed: is it the one that was committed to, and was everybody drawn, and
 * nobody else, whom it draws? `wrong` are the ids of the cases of which the history says something else.
 */
export function auditSample(
  { commitment, seed }: Required<Pick<PublishedSample, 'commitment' | 'seed'>>,
  draws: readonly Draw[],
): { seedFits: boolean; wrong: string[] } {
  const wrong = draws.filter(({ caseId, rate, drawn }) => isDrawn(seed, caseId, rate) !== drawn);
  return { seedFits: commitmentTo(seed) === commitment, wrong: wrong.map(({ caseId }) => caseId) };
}
