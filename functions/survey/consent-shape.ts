import * as z from 'zod/mini';
import { PersonId } from '../shared/ids.ts';
import { Instant } from '../shared/instant-shape.ts';

/** Whether somebody wants to be asked, as customers and colleagues see it. */
export const ConsentShown = z.strictObject({
  customerId: PersonId,
  surveys: z.enum(['yes', 'no', 'not-said']),
  since: z.optional(Instant),
  /** Requests of the last two years. */
  asked: z.int(),
});
