import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { consolePage } from '../../../functions/console/console-page.ts';
import { bundleFunctions, bundleOf } from '../../../infra/build.ts';

const settings = {
  ...{ issuer: 'https://id.bank.example/pool', clientId: 'console', scope: 'openid', rolesClaim: 'roles' },
  ...{ origins: ['https://bank.auth.example/'], organisation: 'Bank "&" <Sons>' },
};
const template = '<meta content="%SETTINGS%"><style>a{}</style><script type="module">go()</script>';

describe('the page of the console', () => {
  const page = consolePage(template, settings);
  const policy = page.headers['content-security-policy'] ?? '';

  test('runs only the script that stands in it, and asks only this service and the issuer', () => {
    expect(policy).toContain("default-src 'none'; script-src 'sha256-");
    expect(policy).toMatch(/style-src 'sha256-[\w+/=]{44}'/);
    expect(policy).toContain("connect-src 'self' https://id.bank.example https://bank.auth.example;");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test('allows another script only as another page', () => {
    const other = consolePage(template.replace('go()', 'steal()'), settings);
    expect(other.headers['content-security-policy']).not.toBe(policy);
    expect(other.etag).not.toBe(page.etag);
  });

  test('holds its settings as text, whatever is in them', () => {
    const [, held = ''] = /content="([^"]*)"/.exec(page.markup) ?? [];
    expect(held).not.toMatch(/[<>]/);
    const read = held.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    expect(JSON.parse(read)).toEqual(settings);
  });
});

describe('the page as it is deployed', async () => {
  const folder = bundleOf(await bundleFunctions(), 'console/show-console.api');
  const built = readFileSync(join(folder, 'console.html'), 'utf8');
  const [, script = ''] = /<script type="module">([\s\S]*)<\/script>/.exec(built) ?? [];

  test('loads nothing: its script and its style stand in it', () => {
    expect(script.length).toBeGreaterThan(10_000);
    expect(built).not.toMatch(/<link rel="stylesheet"|<script[^>]* src|<img/);
    expect(script).not.toMatch(/\bimport\(|\bimport"|\beval\(|new Function\b/);
  });

  test('is a script of at most 145 KB with its libraries, and a third of that on its way', async () => {
    expect(Buffer.byteLength(script)).toBeLessThan(145 * 1024);
    process.env.SIGN_IN = JSON.stringify({ ...settings, organisation: undefined });
    process.env.ORGANISATION = settings.organisation;
    const { handler } = (await import(
      join(folder, 'index.js')
    )) as typeof import('../../../functions/console/show-console.api.ts');
    const sent = await handler({ headers: { 'accept-encoding': 'gzip, br' } });
    if (!('body' in sent) || !sent.body) throw new Error('There is no page');
    expect(sent.headers).toMatchObject({ 'content-encoding': 'br' });
    const bytes = Buffer.from(sent.body, 'base64');
    expect(bytes.length).toBeLessThan(52 * 1024);
    expect(brotliDecompressSync(bytes).toString()).toContain('<div id="console">');
    const known = await handler({ headers: { 'if-none-match': sent.headers.etag } });
    expect(known).toMatchObject({ statusCode: 304 });
    expect((await handler({ headers: {} })).headers).not.toHaveProperty('content-encoding');
  });
});
