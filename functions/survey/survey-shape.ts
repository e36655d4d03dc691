import * as z from 'zod/mini';
import { Instant } from '../shared/instant-shape.ts';
import { Language } from '../shared/language.ts';
import { NotAsked, Rated, SurveyAnswer, SurveyRef } from './survey-fact.ts';

/** One asking of the customer, as colleagues see it. */
export const SurveyShown = z.strictObject({
  cycle: z.int(),
  round: z.int(),
  status: z.enum(['invited', 'not-asked', 'answered', 'set-aside', 'declined', 'expired']),
  survey: z.optional(SurveyRef),
  language: z.optional(Language),
  expiresAt: z.optional(Instant),
  scale: z.optional(Rated),
  reason: z.optional(NotAsked),
  anonymous: z.optional(z.literal(true)),
  link: z.optional(z.string()),
  started: z.optional(z.literal(true)),
  reminders: z.int(),
  versions: z.int(),
  answers: z.optional(z.array(SurveyAnswer)),
  score: z.optional(z.int()),
});
