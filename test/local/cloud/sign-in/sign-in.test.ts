import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MovableClock } from '../../../../local/clock.ts';
import { createIssuer } from '../../../../local/cloud/issuer.ts';
import { close, listen, urlOf } from '../../../../local/cloud/listen.ts';
import { challengeOf, createCodes } from '../../../../local/cloud/sign-in/codes.ts';
import { signInServer } from '../../../../local/cloud/sign-in/sign-in-server.ts';

const back = 'http://127.0.0.1:4000/console';
const verifier = 'v'.repeat(43);
const asked = {
  ...{ response_type: 'code', client_id: 'console', redirect_uri: back, scope: 'openid', state: 's', nonce: 'n' },
  ...{ code_challenge: challengeOf(verifier), code_challenge_method: 'S256' },
};
let url: string;
let server: Awaited<ReturnType<typeof listen>>;
const clock = new MovableClock({ start: Date.parse('2026-11-02T09:00:00Z') });
const issuer = createIssuer(clock);

beforeAll(async () => {
  server = await listen(0);
  url = urlOf(server);
  const identity = {
    ...issuer,
    token: (claims: object) => issuer.token({ iss: url, ...claims }),
    discovery: () => ({}),
  };
  const clients = [{ clientId: 'console', callbacks: [back], afterSignOut: [back] }];
  const people = [{ id: 'omid', name: 'Omid', roles: ['manager'], claims: { groups: ['manager'] } }];
  server.on('request', signInServer({ identity, clock, clients, people, url }));
});
afterAll(() => close(server));

const authorize = (query: Record<string, string>, person?: string, cookie = '') =>
  fetch(`${url}/authorize?${new URLSearchParams(query)}`, {
    redirect: 'manual',
    headers: { cookie },
    ...(person && { method: 'POST', body: new URLSearchParams({ person }) }),
  });
const exchange = (code: string, more: Record<string, string> = {}) => {
  const sent = { grant_type: 'authorization_code', client_id: 'console', redirect_uri: back, code_verifier: verifier };
  return fetch(`${url}/token`, { method: 'POST', body: new URLSearchParams({ ...sent, code, ...more }) });
};
const codeFor = async (person = 'omid') => {
  const location = new URL((await authorize(asked, person)).headers.get('location') ?? '');
  return location.searchParams.get('code') ?? '';
};

describe('signing in on a laptop', () => {
  test('asks who one wants to be, and sends them back with a code and the state that was sent along', async () => {
    const page = await authorize(asked);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('value="omid"')]);
    const location = new URL((await authorize(asked, 'omid')).headers.get('location') ?? '');
    expect(location.origin + location.pathname).toBe(back);
    expect(location.searchParams.get('state')).toBe('s');
  });

  test('gives for the code what the service takes: a token of the person with their roles, for an hour', async () => {
    const answer = await exchange(await codeFor());
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const { access_token: token, id_token: about } = (await answer.json()) as Record<string, string>;
    expect(await issuer.verify(token ?? '', url)).toMatchObject({
      sub: 'omid',
      client_id: 'console',
      groups: ['manager'],
    });
    const payload = JSON.parse(Buffer.from(about?.split('.')[1] ?? '', 'base64url').toString());
    expect(payload).toMatchObject({ nonce: 'n', aud: 'console', name: 'Omid' });
    await clock.advance(3_700_000);
    await expect(issuer.verify(token ?? '', url)).rejects.toThrow();
  });

  test('takes a code once, and from nobody but who asked for it', async () => {
    const code = await codeFor();
    expect((await exchange(code)).status).toBe(200);
    expect((await exchange(code)).status).toBe(400);
    const mistakes: Record<string, string>[] = [
      { code_verifier: 'w'.repeat(43) },
      { redirect_uri: `${back}/` },
      { client_id: 'other' },
      { grant_type: 'password' },
    ];
    for (const wrong of mistakes)
      expect([wrong, (await exchange(await codeFor(), wrong)).status]).toEqual([wrong, 400]);
    expect((await exchange('made-up')).status).toBe(400);
  });

  test('takes a code that was presented wrongly no more, also when it is right the next time', async () => {
    const code = await codeFor();
    await exchange(code, { code_verifier: 'w'.repeat(43) });
    expect((await exchange(code)).status).toBe(400);
  });

  test('knows whoever signed in until they sign out', async () => {
    const cookie = (await authorize(asked, 'omid')).headers.get('set-cookie') ?? '';
    expect(cookie).toContain('HttpOnly');
    expect((await authorize(asked, undefined, 'person=omid')).status).toBe(303);
    const out = await fetch(`${url}/sign-out?post_logout_redirect_uri=${back}`, { redirect: 'manual' });
    expect([out.headers.get('location'), out.headers.get('set-cookie')]).toEqual([
      back,
      expect.stringMatching(/Max-Age=0/),
    ]);
  });

  test('sends nobody to an address that is not known in full', async () => {
    for (const wrong of [`${back}/`, `${back}?a`, 'http://127.0.0.1:4000/consol', 'https://evil.example/console', '']) {
      const answer = await authorize({ ...asked, redirect_uri: wrong }, 'omid');
      expect([wrong, answer.status, answer.headers.get('location')]).toEqual([wrong, 400, null]);
    }
    expect((await authorize({ ...asked, client_id: 'other' }, 'omid')).status).toBe(400);
    const out = await fetch(`${url}/sign-out?post_logout_redirect_uri=https://evil.example`, { redirect: 'manual' });
    expect(out.headers.get('location')).toBe(url);
  });

  test('tells a client what it did wrong, and gives it no code', async () => {
    const mistakes: Record<string, string>[] = [
      { response_type: 'token' },
      { code_challenge: 'short' },
      { code_challenge_method: 'plain' },
      { scope: 'profile' },
    ];
    for (const wrong of mistakes) {
      const location = new URL((await authorize({ ...asked, ...wrong }, 'omid')).headers.get('location') ?? '');
      expect([location.searchParams.has('error'), location.searchParams.has('code')]).toEqual([true, false]);
    }
  });
});

test('a code is good for a minute', () => {
  let now = 0;
  const codes = createCodes(() => now);
  const granted = { person: 'omid', clientId: 'console', redirectUri: back, challenge: challengeOf(verifier) };
  const [first, second] = [codes.give(granted), codes.give(granted)];
  const present = (code: string) => codes.take({ code, clientId: 'console', redirectUri: back, verifier });
  now = 60_000;
  expect(present(first)).toEqual(granted);
  now = 60_001;
  expect(present(second)).toBeUndefined();
});
