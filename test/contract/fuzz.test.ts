import { afterAll, beforeAll, expect, test } from 'vitest';
import { promisedRoutes } from '../../local/contract/promised-route.ts';
import { openScene, type Scene } from '../../local/contract/scene.ts';
import { type Fuzzed, fuzz } from './fuzz.ts';

// How many requests to each route; `npm run security` sends more.
const requests = Number(process.env.FUZZ_REQUESTS ?? 10);
const seed = Number(process.env.FUZZ_SEED ?? 1);

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

test('whatever is sent, a route answers with what it promised and never breaks', async () => {
  const all: Fuzzed[] = [];
  for (const route of await promisedRoutes()) all.push(await fuzz(scene, route, requests, seed));
  const sum: Record<string, number> = {};
  for (const { byStatus } of all)
    for (const [status, n] of Object.entries(byStatus)) sum[status] = (sum[status] ?? 0) + n;
  const sent = all.reduce((total, one) => total + one.requests, 0);
  process.stdout.write(`fuzzed requests ${sent} to ${all.length} routes, seed ${seed}: ${JSON.stringify(sum)}\n`);
  expect(all.flatMap(({ broken }) => broken)).toEqual([]);
  expect(sent).toBeGreaterThan(500);
}, 1_200_000);
