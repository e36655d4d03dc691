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
});
afterAll(() => scene.close());

async function send(entry: string, request: Parameters<typeof eventOf>[1]) {
  const route = routes.find(({ row }) => row.entry === entry) as PromisedRoute;
  const { statusCode, headers, body } = await route.handler(eventOf(route, request));
  return { status: statusCode, headers: headers ?? {}, body: body ? JSON.parse(body) : undefined };
}
const look = (headers: Record<string, string> = {}) =>
  send('case/get-case', { as: 'carla', path: { caseId: example.ready }, headers, answer: 200 });
const close = (headers: Record<string, string>, as = 'carla') =>
  send('case/close-case', {
    as,
    path: { caseId: example.ready },
    headers,
    body: { resolution: 'resolved' },
    answer: 0,
  });

describe('a case has a version', () => {
  test('whoever has it already is told so, and sent nothing', async () => {
    await scene.putBack();
    const { headers } = await look();
    const tag = String(headers.etag);
    expect(tag).toMatch(/^"\d+"$/);
    for (const known of [tag, `W/${tag}`, `"1", ${tag}`, '*']) {
      expect(await look({ 'if-none-match': known }), known).toMatchObject({ status: 304, body: undefined });
    }
    expect((await look({ 'if-none-match': '"1"' })).status).toBe(200);
  });

  test('who decided on the one that is there changes it, and learns the next', async () => {
    await scene.putBack();
    const tag = String((await look()).headers.etag);
    const closed = await close({ 'if-match': tag });
    expect(closed.status).toBe(200);
    expect(closed.headers.etag).not.toBe(tag);
    expect((await look()).headers.etag).toBe(closed.headers.etag);
  });

  test('who decided on another is refused with 412 and the one that is there, and nothing has changed', async () => {
    await scene.putBack();
    const tag = (await look()).headers.etag;
    for (const stale of ['"1"', `W/${tag}`, 'nonsense']) {
      const refused = await close({ 'if-match': stale });
      expect(refused, stale).toMatchObject({ status: 412, headers: { etag: tag }, body: { etag: tag } });
      expect(refused.body.type).toBe('urn:caseloop:problem:case-has-changed');
    }
    expect((await look()).body.status).toBe('open');
    expect((await close({ 'if-match': '*' })).status).toBe(200);
  });

  test('the same request again is answered as it was, though the version is another by then', async () => {
    await scene.putBack();
    const once = { 'if-match': String((await look()).headers.etag), 'idempotency-key': 'close-it' };
    const first = await close(once);
    const again = await close(once);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
  });

  test('whose case it is not learns nothing by asking with a version', async () => {
    await scene.putBack();
    const words = { channel: 'app', direction: 'inbound', text: 'hello' };
    const path = { caseId: example.ready };
    const headers = { 'if-match': '"1"' };
    const asked = await send('case/record-interaction', { as: 'cus_anna', path, headers, body: words, answer: 404 });
    expect(asked.status).toBe(404);
  });
});

test('every change of a case, a task and an approval can be bound to the version it was decided on', async () => {
  const changes = routes.filter(({ row }) => row.method === 'POST' && /\{(case|task|approval)Id\}/.test(row.path));
  expect(changes.length).toBeGreaterThan(10);
  for (const { row, contract } of changes) {
    const [, works] = Object.entries(contract.examples).find(([, { answer }]) => answer < 400) ?? [];
    if (!works) throw new Error(`${row.path} has no example that succeeds`);
    await scene.putBack();
    const { status } = await send(row.entry, { ...works, headers: { ...works.headers, 'if-match': '"9999"' } });
    expect(status, `${row.method} ${row.path} takes no notice of If-Match: hand \`request.change\` on`).toBe(412);
  }
});
