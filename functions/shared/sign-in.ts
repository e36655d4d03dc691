import * as z from 'zod/mini';

/** How people sign in at the console, and what it is told besides. The issuer tells the rest itself, at its `/.well-known/openid-configuration`. */
export const SignIn = z.strictObject({
  issuer: z.url(),
  clientId: z.string(),
  scope: z.string(),
  /** Where the endpoints of the issuer are, besides at the issuer: the page may ask these and nobody else. */
  origins: z.array(z.url()),
  /** In which claim of a token the roles stand. */
  rolesClaim: z.string(),
  /** Where those find docs/runbook.md who look at what failed. */
  runbook: z.optional(z.url()),
});
export type SignIn = z.infer<typeof SignIn>;
