import { afterAll, beforeAll, expect, test } from 'vitest';
import { MovableClock } from '../../../local/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { httpApp } from './http-app.ts';

const DAY = 24 * 60 * 60 * 1000;
const clock = new MovableClock({ start: Date.parse('2030-01-07T09:00:00Z') });
let cloud: Cloud;
let calls: string[] = [];
beforeAll(async () => {
  cloud = await startCloud({ assembly: await httpApp(), clock, onLog: (_, line) => calls.push(line) });
});
afterAll(() => cloud.stop());

const get = async (path: string, headers: Record<string, string> = {}) => fetch(`${cloud.apiUrl}${path}`, { headers });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

test('an expired, forged or foreign token is refused before any function runs', async () => {
  const good = await cloud.token({ sub: 'a' });
  const [head, , signature] = good.split('.');
  const forged = [head, Buffer.from(JSON.stringify({ sub: 'admin', exp: 9e9 })).toString('base64url'), signature].join(
    '.',
  );
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${good.split('.')[1]}.`;
  const refused: Record<string, string | undefined> = {
    none: undefined,
    garbage: 'abc',
    forged,
    unsigned,
    expired: await cloud.token({ sub: 'a', exp: Math.floor(clock.now() / 1000) - 120 }),
    'not yet valid': await cloud.token({ sub: 'a', nbf: Math.floor(clock.now() / 1000) + 3600 }),
    'of another issuer': await cloud.token({ sub: 'a', iss: 'https://elsewhere.example' }),
    'for another audience': await cloud.token({ sub: 'a', aud: 'other' }),
  };
  calls = [];
  for (const [name, token] of Object.entries(refused)) {
    const response = await get('/cases/c1', token ? bearer(token) : {});
    expect([name, response.status, await response.json()]).toEqual([name, 401, { message: 'Unauthorized' }]);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
  }
  expect(calls).toEqual([]);
});

test('a token stays good when the clock is moved by days', async () => {
  const headers = bearer(await cloud.token({ sub: 'a' }));
  await clock.advance(30 * DAY);
  expect((await get('/cases/c1', headers)).status).toBe(200);
});

test('a route with a scope is forbidden without it', async () => {
  expect((await get('/admin', bearer(await cloud.token({ scope: 'cases/read' })))).status).toBe(403);
  const allowed = await get('/admin', bearer(await cloud.token({ scope: 'cases/read cases/admin' })));
  expect(await allowed.json()).toHaveProperty('requestContext.authorizer.jwt.scopes', ['cases/admin']);
});

test('the issuer tells its keys the way OpenID Connect providers do', async () => {
  expect(await (await fetch(`${cloud.issuerUrl}/.well-known/openid-configuration`)).json()).toMatchObject({
    issuer: expect.stringMatching(/^https:\/\/cognito-idp\.us-east-1\.amazonaws\.com\/us-east-1_/),
    jwks_uri: `${cloud.issuerUrl}/jwks.json`,
  });
  const text = await (await fetch(`${cloud.issuerUrl}/jwks.json`)).text();
  expect(JSON.parse(text)).toMatchObject({ keys: [{ kty: 'RSA', alg: 'RS256', use: 'sig' }] });
  expect(text).not.toContain('"d"');
});
