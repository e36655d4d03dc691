import * as z from 'zod/mini';

const Text = z.string().check(z.minLength(1));

/**
 * Which account system accounts are frozen in: the reference ledger in `table`, or a `bank` of its own, of which
 * `table` keeps whether it answers. `url` has no slash at its end; requests are signed with the key in `signingKey`,
 * a secret.
 */
export const AccountSystem = z.strictObject({
  table: Text,
  bank: z.optional(z.strictObject({ url: z.url(), signingKey: Text })),
});
export type AccountSystem = z.infer<typeof AccountSystem>;
