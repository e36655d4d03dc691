import type { Rated } from './survey-fact.ts';

/** From where to where each kind of rating goes; kept with every answer. */
export const scales = {
  csat: { from: 1, to: 5 },
  nps: { from: 0, to: 10 },
  ces: { from: 1, to: 7 },
  likert: { from: 1, to: 5 },
} as const satisfies Record<Rated, { from: number; to: number }>;
