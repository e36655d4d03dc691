import { readFileSync } from 'node:fs';
import { caseloop } from 'caseloop/client';
import { Problem } from 'caseloop/client/problem';
import { expect, test } from 'vitest';
import { openapi } from '../../functions/contract/openapi.ts';
import { clientFile, clientText } from '../../local/contract/client-types.ts';

type Reply = [status: number, body?: unknown, headers?: Record<string, string>];

/** A service that gives these answers, one after the other, and remembers what it was asked. */
function service(...replies: Reply[]) {
  const asked: { url: string; init: RequestInit }[] = [];
  const waits: number[] = [];
  const answer = async (url: unknown, init: RequestInit = {}) => {
    asked.push({ url: String(url), init });
    const [status, body, headers = {}] = replies.shift() ?? [500, {}];
    if (status === 0) throw new TypeError('fetch failed');
    const text = body === undefined ? null : JSON.stringify(body);
    return new Response(text, { status, headers: { 'content-type': 'application/json', ...headers } });
  };
  const sleep = async (milliseconds: number) => void waits.push(milliseconds);
  const api = caseloop({ url: 'https://api.example', token: 't', fetch: answer as typeof fetch, patience: { sleep } });
  return { api, asked, waits };
}
const report = { type: 'lost-card', cardId: 'card_1', channel: 'app' } as const;
const keyOf = (init?: RequestInit) => new Headers(init?.headers).get('idempotency-key');

test('is written from the contract and is fresh: `npm run openapi` writes it', () => {
  expect(readFileSync(clientFile, 'utf8')).toBe(clientText(openapi));
});

test('waits as long as it is told, and sends the very same request again', async () => {
  const { api, asked, waits } = service([429, {}, { 'retry-after': '3' }], [201, { caseId: 'case_1' }]);
  expect(await api.openCase({ body: report })).toEqual({ caseId: 'case_1' });
  expect(waits).toEqual([3000]);
  expect(keyOf(asked[0]?.init)).toMatch(/^[\w-]{36}$/);
  expect(keyOf(asked[1]?.init)).toBe(keyOf(asked[0]?.init));
});

test('sends again what was lost on the way, and gives up in the end', async () => {
  const { api, asked } = service([0], [200, { items: [] }]);
  await api.listCases();
  expect(asked).toHaveLength(2);
  const down = service([503], [503], [503], [503], [503]);
  await expect(down.api.listCases()).rejects.toThrow('503');
  expect(down.asked).toHaveLength(4);
});

test('a refusal is a problem with its type and what a program needs to go on', async () => {
  const problem = {
    type: 'urn:caseloop:problem:task-taken',
    status: 409,
    detail: 'Task was claimed by fiona',
    by: 'fiona',
  };
  const { api } = service([409, problem, { 'content-type': 'application/problem+json' }]);
  const refused = await api.claimTask({ path: { taskId: 'a/b' } }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Problem);
  expect(refused).toMatchObject({ type: problem.type, status: 409, details: { by: 'fiona' }, message: problem.detail });
});

test('what the gateway says itself is a problem, too', async () => {
  const { api } = service([401, { message: 'Unauthorized' }]);
  await expect(api.listCases()).rejects.toMatchObject({ status: 401, message: 'Unauthorized' });
});

test('a list is walked through page by page', async () => {
  const { api, asked } = service([200, { items: [1, 2], next: 'n&x' }], [200, { items: [3] }]);
  const seen: unknown[] = [];
  for await (const row of api.all('listCases', { query: { status: 'open' } })) seen.push(row);
  expect(seen).toEqual([1, 2, 3]);
  expect(asked.map(({ url }) => url)).toEqual([
    'https://api.example/cases?status=open',
    'https://api.example/cases?status=open&cursor=n%26x',
  ]);
});

test('a change is bound to the version that was seen', async () => {
  const { api, asked } = service([200, {}, { etag: '"7"' }], [200, {}]);
  const { etag } = await api.send('getCase', { path: { caseId: 'case_1' } });
  await api.closeCase({ path: { caseId: 'case_1' }, body: { resolution: 'resolved' }, ifMatch: etag ?? '' });
  expect(asked[1]?.init.headers).toMatchObject({ 'if-match': '"7"', authorization: 'Bearer t' });
});
