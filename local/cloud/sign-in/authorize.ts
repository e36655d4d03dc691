import * as z from 'zod';
import type { SignInClient } from './clients.ts';

const Request = z.object({
  response_type: z.literal('code'),
  client_id: z.string(),
  redirect_uri: z.string(),
  scope: z.string().refine((scope) => scope.split(' ').includes('openid')),
  state: z.string().max(500).optional(),
  nonce: z.string().max(500).optional(),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
});
export type SignInRequest = z.infer<typeof Request>;

/** A request that can be answered; a mistake that its sender is told; or one that nobody is sent back from. */
export type Read = { request: SignInRequest } | { back: string } | { refused: string };

/** Reads what a client asks for. Nobody is sent to an address that is not known in full, whatever else is wrong. */
export function readSignIn(query: URLSearchParams, clients: readonly SignInClient[]): Read {
  const sent = Object.fromEntries(query);
  const client = clients.find(({ clientId }) => clientId === sent.client_id);
  if (!client) return { refused: 'This client is not known here.' };
  const redirectUri = sent.redirect_uri ?? '';
  if (!client.callbacks.includes(redirectUri)) return { refused: 'This client is not known at this address.' };
  const read = Request.safeParse(sent);
  if (read.success) return { request: read.data };
  const error = sent.response_type === 'code' ? 'invalid_request' : 'unsupported_response_type';
  const description = `wrong: ${read.error.issues.map(({ path }) => path.join('.')).join(', ')}`;
  const state = sent.state && { state: sent.state };
  return { back: withQuery(redirectUri, { error, error_description: description, ...state }) };
}

export function withQuery(address: string, query: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
