import * as oauth from 'oauth4webapi';
import { settings } from '../settings.ts';
import { claimsOf } from './claims.ts';
import { departure, type Session, session } from './session.ts';

const client: oauth.Client = { client_id: settings.clientId };
const here = () => `${location.origin}/console`;
// Without TLS there is only the issuer of a laptop.
const options = { [oauth.allowInsecureRequests]: /^http:\/\/127\.0\.0\.1[:/]/.test(settings.issuer) };

async function issuer(): Promise<oauth.AuthorizationServer> {
  const url = new URL(settings.issuer);
  return oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, options));
}

/** Sends the reader to the issuer, who sends them back to where they are now; whoever is known there sees nothing of it. */
export async function signIn(): Promise<void> {
  const { authorization_endpoint: to = '' } = await issuer();
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
  const verifier = oauth.generateRandomCodeVerifier();
  departure.set({ state, nonce, verifier, hash: location.hash });
  const url = new URL(to);
  const asked = {
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: here(),
    scope: settings.scope,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  location.assign(url);
}

/** Whoever comes back from the issuer has a session from now on. Nothing when nobody does. */
export async function comeBack(): Promise<Session | undefined> {
  const left = departure.get();
  const search = new URLSearchParams(location.search);
  if (!left || !(search.has('code') || search.has('error'))) return undefined;
  departure.forget();
  history.replaceState(null, '', `${location.pathname}${left.hash}`); // a code in an address is one too many
  const server = await issuer();
  const answer = oauth.validateAuthResponse(server, client, search, left.state);
  const response = await oauth.authorizationCodeGrantRequest(
    ...([server, client, oauth.None(), answer, here(), left.verifier, options] as const),
  );
  const expected = { expectedNonce: left.nonce, requireIdToken: true };
  const granted = await oauth.processAuthorizationCodeResponse(server, client, response, expected);
  const about: Partial<Record<string, unknown>> = oauth.getValidatedIdTokenClaims(granted) ?? {};
  const claims = claimsOf(granted.access_token, settings.rolesClaim);
  const name = String(about.name ?? about.email ?? claims.person);
  const signedIn = { token: granted.access_token, name, ...claims };
  session.set(signedIn);
  return signedIn;
}

/** Here and at the issuer: the next person at this screen has to say who they are. */
export async function signOut(): Promise<void> {
  session.forget();
  const { end_session_endpoint: end } = await issuer().catch(() => ({ end_session_endpoint: undefined }));
  if (!end) return location.assign(here());
  const url = new URL(end);
  // The standard's name for where to go then, and Cognito's.
  const then = { client_id: settings.clientId, post_logout_redirect_uri: here(), logout_uri: here() };
  for (const [name, value] of Object.entries(then)) url.searchParams.set(name, value);
  location.assign(url);
}
