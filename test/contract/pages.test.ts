import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { example } from '../../functions/contract/example.ts';
import { eventOf } from '../../local/contract/play-examples.ts';
import { type PromisedRoute, promisedRoutes } from '../../local/contract/promised-route.ts';
import { openScene, type Scene } from '../../local/contract/scene.ts';

let scene: Scene;
let routes: PromisedRoute[];
beforeAll(async () => {
  scene = await openScene();
  routes = await promisedRoutes();
  await scene.putBack();
});
afterAll(() => scene.close());

type Asked = { as: string; path?: object; query?: Record<string, string> };
async function send(entry: string, asked: Asked) {
  const route = routes.find(({ row }) => row.entry === entry) as PromisedRoute;
  const { statusCode, body = '' } = await route.handler(eventOf(route, { ...asked, answer: 200 }));
  return { status: statusCode, ...(JSON.parse(body) as { items?: unknown[]; next?: string; type?: string }) };
}

test('cases are listed by age without looking through those that are newer', async () => {
  const opened = async (query: Record<string, string> = {}) => {
    const { items = [] } = await send('case/list-cases', { as: 'cyrus', query: { status: 'open', ...query } });
    return (items as { openedAt: string }[]).map(({ openedAt }) => openedAt);
  };
  const all = await opened();
  expect(all.length).toBeGreaterThan(2);
  for (const moment of all) {
    const older = all.filter((one) => one < moment);
    expect(await opened({ openedBefore: moment })).toEqual(older);
    expect(await opened({ openedBefore: moment.replace('.000Z', 'Z') })).toEqual(older);
  }
  expect((await send('case/list-cases', { as: 'cyrus', query: { openedBefore: 'yesterday' } })).status).toBe(400);
});

// Every list that clients can page through: one who may, and another who may, too.
const path = { caseId: example.investigated };
const lists: [entry: string, one: Asked, other: Asked][] = [
  ['case/list-cases', { as: 'cyrus', query: { status: 'open' } }, { as: 'daria', query: { status: 'open' } }],
  ['audit/timeline', { as: 'audrey', path }, { as: 'carla', path }],
];
const again = (asked: Asked, more: Record<string, string>) => ({ ...asked, query: { ...asked.query, ...more } });

describe.each(lists)('%s', (entry, one, other) => {
  test('leads through all of it, page by page, without loss or repetition', async () => {
    const whole = (await send(entry, again(one, { limit: '100' }))).items ?? [];
    expect(whole.length).toBeGreaterThan(2);
    const seen: unknown[] = [];
    let next: string | undefined;
    do {
      const page = await send(entry, again(one, { limit: '2', ...(next && { cursor: next }) }));
      seen.push(...(page.items ?? []));
      next = page.next;
    } while (next);
    expect(seen).toEqual(whole);
  });

  test('takes no cursor that was changed, made up, of another caller or of another list', async () => {
    const { next = '' } = await send(entry, again(one, { limit: '1' }));
    const [foreign] = lists.filter(([name]) => name !== entry);
    const { next: elsewhere = '' } = await send(foreign?.[0] ?? '', again(foreign?.[1] ?? one, { limit: '1' }));
    const turned = `${next.slice(0, 10)}${next[10] === 'a' ? 'b' : 'a'}${next.slice(11)}`;
    for (const cursor of [turned, 'made-up', Buffer.from('["x",1]').toString('base64url'), elsewhere]) {
      expect(await send(entry, again(one, { cursor })), cursor).toMatchObject({ status: 400 });
    }
    expect(await send(entry, again(other, { cursor: next }))).toMatchObject({ status: 400 });
  });

  test('gives at most a hundred at a time', async () => {
    for (const limit of ['0', '101', '-1', '2.5', 'all', '']) {
      expect((await send(entry, again(one, { limit }))).status, limit).toBe(400);
    }
  });
});

test('every list of the contract has a cursor and a limit', () => {
  const listing = routes.filter(({ row, contract }) => {
    const [first] = Object.values(contract.answers);
    return row.method === 'GET' && /"items"/.test(JSON.stringify(Object.keys(shapeOf(first?.body))));
  });
  expect(listing.length).toBeGreaterThan(4);
  for (const { row, takes } of listing) expect(Object.keys(shapeOf(takes.query)), row.path).toContain('cursor');
});

const shapeOf = (schema: unknown): object => (schema as { shape?: object } | undefined)?.shape ?? {};
