import * as z from 'zod/mini';

/** One page of a list. `next` is the cursor of the page after it, and is absent on the last. */
export const pageOf = <T extends z.ZodMiniType>(items: T) =>
  z.strictObject({ items: z.array(items), next: z.optional(z.string()) });
