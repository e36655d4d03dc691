import { type Html, html } from '../../shared/html.ts';
import type { Score } from './score-words.ts';

// How deep the mouth hangs or rises, from sad to glad.
const mouths: Record<Score, number> = { 1: 11.5, 2: 13.5, 3: 15.5, 4: 17.5, 5: 20 };

/** A face for those who see it; the words beside it say the same. */
export const face = (score: Score): Html => {
  const ends = 15.5 - (mouths[score] - 15.5) / 4;
  return html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" aria-hidden="true"><circle cx="12" cy="12" r="10"/><path d="M8.6 9v.8M15.4 9v.8M7.8 ${ends}Q12 ${mouths[score]} 16.2 ${ends}"/></svg>`;
};
