import * as z from 'zod/mini';
import { Instant } from '../shared/instant-shape.ts';

/** A version of a policy; 0 is what comes with the service, and nobody saved it. */
export const versionOf = <S extends z.core.$ZodShape>(content: S) =>
  z.strictObject({ version: z.int(), by: z.optional(z.string()), at: z.optional(Instant), ...content });
