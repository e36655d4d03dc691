import { beforeAll, describe, expect, test } from 'vitest';
import { openapi } from '../../../functions/contract/openapi.ts';

let page: { statusCode: number; headers: Record<string, string>; body: string };
let json: typeof page;
beforeAll(async () => {
  page = (await (await import('../../../functions/contract/show-docs.api.ts')).handler()) as typeof page;
  json = (await (await import('../../../functions/contract/show-openapi.api.ts')).handler()) as typeof page;
});
const idsIn = (text: string) => [...text.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);

describe('the page of the contract', () => {
  test('has every route of the contract', () => {
    for (const [path, methods] of Object.entries(openapi.paths)) {
      expect(page.body.includes(`<code>${path}</code>`), path).toBe(true);
      for (const one of Object.values(methods)) expect(idsIn(page.body)).toContain(one.operationId);
    }
  });

  test('loads nothing and runs nothing, and says so to the browser', () => {
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page.body).not.toMatch(
      /<script|<img|<iframe|<link|javascript:|\son\w+=|https?:\/\/(?!www\.w3\.org)[^"\s<]*"\s*>/i,
    );
  });

  test('has an id once, and no link that leads nowhere', () => {
    const ids = idsIn(page.body);
    expect(ids.length).toBe(new Set(ids).size);
    const links = [...page.body.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('is small enough to be sent at once', () => expect(page.body.length).toBeLessThan(600_000));
});

test('the contract is served as it is committed', () => {
  expect(JSON.parse(json.body)).toEqual(openapi);
  expect(json.headers['content-type']).toBe('application/json');
});
