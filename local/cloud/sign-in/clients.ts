import * as z from 'zod';
import type { Deployment } from '../deployment.ts';

const Client = z.object({
  AllowedOAuthFlows: z.array(z.string()).default([]),
  CallbackURLs: z.array(z.string()).default([]),
  LogoutURLs: z.array(z.string()).default([]),
});

/** Who may send people here to sign in, and where to they go back: only to addresses that are known in full. */
export type SignInClient = { clientId: string; callbacks: readonly string[]; afterSignOut: readonly string[] };

/** The clients of the template's user pool that get a code for whoever has signed in. */
export const signInClients = (deployment: Deployment): SignInClient[] =>
  deployment
    .resources('AWS::Cognito::UserPoolClient', Client)
    .filter(({ properties }) => properties.AllowedOAuthFlows.includes('code'))
    .map(({ ref, properties: { CallbackURLs, LogoutURLs } }) => ({
      clientId: ref,
      callbacks: CallbackURLs,
      afterSignOut: LogoutURLs,
    }));
