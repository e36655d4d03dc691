import type { IncomingMessage, RequestListener } from 'node:http';
import type { Clock } from '../../clock.ts';
import type { Identity } from '../identity.ts';
import { readBody } from '../request-body.ts';
import { readSignIn, withQuery } from './authorize.ts';
import type { SignInClient } from './clients.ts';
import { createCodes } from './codes.ts';
import type { SignInPerson } from './people.ts';
import { peoplePage } from './people-page.ts';

export type SignInWorld = {
  identity: Identity;
  clock: Clock;
  clients: readonly SignInClient[];
  people: readonly SignInPerson[];
  /** Where this is. */
  url: string;
};
type Reply = { status: number; headers?: Record<string, string>; body?: string };
type Asked = { query: URLSearchParams; form: URLSearchParams; person: string | undefined; search: string };

const HOUR = 3600;
const cookie = (person: string) => `person=${person}; Path=/; HttpOnly; SameSite=Lax`;
const json = (status: number, body: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'access-control-allow-origin': '*' },
  body: JSON.stringify(body),
});

/**
 * The issuer's own pages and endpoints: who signs in by an authorization code with PKCE, as a page without secrets
 * does, gets tokens like those of the issuer that the template trusts.
 */
export function signInServer({ identity, clock, clients, people, url }: SignInWorld): RequestListener {
  const codes = createCodes();

  function authorize({ query, form, person: signedIn, search }: Asked): Reply {
    const read = readSignIn(query, clients);
    if ('refused' in read) return { status: 400, headers: { 'content-type': 'text/plain' }, body: read.refused };
    if ('back' in read) return { status: 303, headers: { location: read.back } };
    const { redirect_uri: redirectUri, client_id: clientId, code_challenge: challenge, nonce, state } = read.request;
    const person = people.find(({ id }) => id === (form.get('person') ?? signedIn));
    if (!person) return { status: 200, ...peoplePage(people, `/authorize${search}`, redirectUri) };
    const code = codes.give({ person: person.id, clientId, redirectUri, challenge, ...(nonce && { nonce }) });
    const location = withQuery(redirectUri, { code, ...(state && { state }) });
    return { status: 303, headers: { location, 'set-cookie': cookie(person.id) } };
  }

  async function token({ form }: Asked): Promise<Reply> {
    const sent = (name: string) => form.get(name) ?? '';
    if (sent('grant_type') !== 'authorization_code') return json(400, { error: 'unsupported_grant_type' });
    const presented = { code: sent('code'), redirectUri: sent('redirect_uri'), verifier: sent('code_verifier') };
    const granted = codes.take({ ...presented, clientId: sent('client_id') });
    const person = people.find(({ id }) => id === granted?.person);
    if (!granted || !person) return json(400, { error: 'invalid_grant' });
    const { clientId, nonce } = granted;
    const claims = { sub: person.id, aud: clientId, client_id: clientId, ...person.claims };
    const exp = Math.floor(clock.now() / 1000) + HOUR;
    const now = Math.floor(Date.now() / 1000); // a browser has its own clock, which nobody moves
    const own = { ...claims, name: person.name, token_use: 'id', iat: now, exp: now + HOUR };
    return json(200, {
      access_token: await identity.token({ ...claims, token_use: 'access', scope: 'openid', exp }),
      id_token: await identity.token({ ...own, ...(nonce && { nonce }) }),
      token_type: 'Bearer',
      expires_in: HOUR,
    });
  }

  function signOut({ query }: Asked): Reply {
    const to = query.get('post_logout_redirect_uri') ?? '';
    const known = clients.some(({ afterSignOut }) => afterSignOut.includes(to));
    return { status: 303, headers: { location: known ? to : url, 'set-cookie': `${cookie('')}; Max-Age=0` } };
  }

  const routes: Record<string, (asked: Asked) => Reply | Promise<Reply>> = {
    'GET /.well-known/openid-configuration': () => json(200, identity.discovery(url)),
    'GET /jwks.json': async () => json(200, await identity.keys()),
    'GET /authorize': authorize,
    'POST /authorize': authorize,
    'POST /token': token,
    'GET /sign-out': signOut,
  };
  return async (request, response) => {
    const { pathname, searchParams, search } = new URL(request.url ?? '/', url);
    const form = new URLSearchParams((await readBody(request, 100_000))?.toString());
    const answer = routes[`${request.method} ${pathname}`] ?? (() => json(404, { error: 'not_found' }));
    const asked = { query: searchParams, form, search, person: personIn(request) };
    const { status, headers, body } = await answer(asked);
    response.writeHead(status, headers).end(body);
  };
}

const personIn = ({ headers }: IncomingMessage): string | undefined =>
  /(?:^|; )person=([\w-]+)/.exec(headers.cookie ?? '')?.[1];
