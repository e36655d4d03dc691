import { type Score, scores } from './page/score-words.ts';

/** A score as it comes from a form or a link; anything else is none. */
export const scoreFrom = (text: string | null | undefined): Score | undefined =>
  scores.find((score) => String(score) === text);
