import { request as rawRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MovableClock } from '../../../local/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { httpApp } from './http-app.ts';

const clock = new MovableClock({ start: Date.parse('2030-01-07T09:00:00Z') });
let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud({ assembly: await httpApp(), clock });
});
afterAll(() => cloud.stop());

const get = async (path: string, headers: Record<string, string> = {}) => fetch(`${cloud.apiUrl}${path}`, { headers });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

test('the address of the API in the template is the local one', () => {
  expect(cloud.outputs).toEqual({ Url: `${cloud.apiUrl}/`, Endpoint: cloud.apiUrl });
});

test('a request arrives as API Gateway hands it on', async () => {
  const token = await cloud.token({ sub: 'agent-1', groups: ['agent', 'manager'], level: 3 });
  const headers = { ...bearer(token), 'X-Two': 'a', cookie: 'one=1; two=2', 'user-agent': 'app/1' };
  const event = await (await get('/cases/c%C3%A4%201?tag=a&tag=b&q=x%20y', headers)).json();
  expect(event).toMatchObject({
    version: '2.0',
    routeKey: 'GET /cases/{caseId}',
    rawPath: '/cases/cä 1',
    rawQueryString: 'tag=a&tag=b&q=x%20y',
    cookies: ['one=1', 'two=2'],
    queryStringParameters: { tag: 'a,b', q: 'x y' },
    pathParameters: { caseId: 'cä 1' },
    headers: { 'x-two': 'a', 'x-forwarded-proto': 'http' },
    requestContext: {
      accountId: '000000000000',
      stage: '$default',
      routeKey: 'GET /cases/{caseId}',
      http: { method: 'GET', path: '/cases/cä 1', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'app/1' },
      authorizer: { jwt: { claims: { sub: 'agent-1', groups: '[agent manager]', level: '3' }, scopes: null } },
      time: '07/Jan/2030:09:00:00 +0000',
      timeEpoch: clock.now(),
    },
    isBase64Encoded: false,
  });
  expect(event).not.toHaveProperty('headers.cookie');
  expect(event).not.toHaveProperty('body');
});

test('only a body that is text arrives as text', async () => {
  const post = async (type: string) => {
    const headers = { ...bearer(await cloud.token({ sub: 'a' })), 'content-type': type };
    return (await fetch(`${cloud.apiUrl}/cases`, { method: 'POST', body: '{"a":"é"}', headers })).json();
  };
  expect(await post('application/problem+json')).toMatchObject({ body: '{"a":"é"}', isBase64Encoded: false });
  expect(await post('application/octet-stream')).toMatchObject({
    body: Buffer.from('{"a":"é"}').toString('base64'),
    isBase64Encoded: true,
  });
});

test('what a function returns becomes the answer', async () => {
  const bare = await get('/health?answer=bare');
  expect([bare.status, bare.headers.get('content-type'), await bare.json()]).toEqual([
    200,
    'application/json',
    { caseId: 'c1' },
  ]);
  const full = await get('/health?answer=full');
  expect([full.status, full.headers.get('location'), await full.text()]).toEqual([201, '/x', '<p>hi']);
  expect(full.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(full.headers.get('content-type')).toBe('text/html');
  expect(await (await get('/health?answer=text')).text()).toBe('just text');
});

test('a function that fails or answers nonsense shows nothing of its inside', async () => {
  for (const answer of ['error', 'malformed']) {
    const response = await get(`/health?answer=${answer}`);
    expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Server Error' }]);
  }
});

test('the most exact route is taken, and what has no route is not found', async () => {
  const headers = bearer(await cloud.token({ sub: 'a' }));
  expect(await (await get('/cases/mine', headers)).json()).toMatchObject({ routeKey: 'GET /cases/mine' });
  expect(await (await get('/files/a/b%20c')).json()).toMatchObject({ pathParameters: { path: 'a/b c' } });
  for (const path of ['/', '/cases', '/cases/', '/cases/c1/', '/health/x']) {
    const response = await get(path, headers);
    expect([path, response.status, await response.text()]).toEqual([path, 404, '{"message":"Not Found"}']);
  }
  expect((await fetch(`${cloud.apiUrl}/health`, { method: 'HEAD' })).status).toBe(404); // only GET has a route
});

test('more requests than the stage allows are turned away', async () => {
  const statuses = [];
  for (let i = 0; i < 4; i++) statuses.push((await get('/slow')).status);
  expect(statuses).toEqual([200, 200, 429, 429]);
});

test('a body over 10 MB is refused', async () => {
  const headers = { ...bearer(await cloud.token({ sub: 'a' })), 'content-type': 'text/plain' };
  const body = 'x'.repeat(10 * 1024 * 1024 + 1);
  expect((await fetch(`${cloud.apiUrl}/cases`, { method: 'POST', body, headers })).status).toBe(413);
});

test('a browser of an allowed origin is told so', async () => {
  const headers = { origin: 'https://bank.example', 'access-control-request-method': 'GET' };
  const preflight = await fetch(`${cloud.apiUrl}/health`, { method: 'OPTIONS', headers });
  expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'GET']);
  const foreign = await get('/health', { origin: 'https://evil.example' });
  expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
});

test('a path that is no path is a bad request', async () => {
  const status = await new Promise((resolve) =>
    rawRequest(`${cloud.apiUrl}/%E0%A4%A`, (response) => resolve(response.resume().statusCode)).end(),
  );
  expect(status).toBe(400);
});
