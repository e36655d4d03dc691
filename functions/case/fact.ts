import * as z from 'zod/mini';

/** One kind of thing that can happen to a case, and what is told of it. */
export const fact = <K extends string, S extends z.core.$ZodShape>(kind: K, data: S) =>
  z.strictObject({ kind: z.literal(kind), data: z.strictObject(data) });

export const Instant = z.iso.datetime();
export const Count = z.int().check(z.positive());
/** What somebody wrote about it, by its id in the vault. */
export const noted = { noteId: z.optional(z.string()) };
