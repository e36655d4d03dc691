import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

// What a client developer gets, in a folder that knows nothing of this one.
const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'caseloop-client-'));
const run = (command: string, args: string[], cwd = folder) => execFileSync(command, args, { cwd, encoding: 'utf8' });

beforeAll(() => {
  run(process.execPath, ['--import', 'tsx', 'local/contract/pack-client.ts', folder], root);
  const [packed = ''] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  mkdirSync(join(folder, 'app/node_modules/caseloop'), { recursive: true });
  run('tar', ['xzf', packed, '-C', 'app/node_modules/caseloop', '--strip-components=1']);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const app = (file: string, text: string) => writeFileSync(join(folder, 'app', file), text);
const compile = (file: string): string => {
  const strict = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', ''];
  try {
    return run(join(root, 'node_modules/.bin/tsc'), [
      '--ignoreConfig',
      ...strict,
      '--lib',
      'es2023,dom',
      `app/${file}`,
    ]);
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
};

test('plain Node runs the client, without TypeScript and without anything else installed', async () => {
  const server = createServer((_, answer) => answer.setHeader('content-type', 'application/json').end('{"items":[]}'));
  await promisify(server.listen.bind(server) as (port: number, then: () => void) => void)(0);
  const { port } = server.address() as AddressInfo;
  app(
    'ask.mjs',
    `import { caseloop } from 'caseloop/client';
     console.log(JSON.stringify(await caseloop({ url: 'http://127.0.0.1:${port}' }).listCases({})));`,
  );
  const { stdout } = await promisify(execFile)(process.execPath, ['ask.mjs'], { cwd: join(folder, 'app') });
  server.close();
  expect(JSON.parse(stdout)).toEqual({ items: [] });
});

test('the compiler of an application knows every route, and what does not fit', () => {
  const use = (body: string) => `import { caseloop } from 'caseloop/client';
    import { Problem } from 'caseloop/client/problem';
    export const api = caseloop({ url: 'https://api.example' });
    export const opened = api.openCase({ body: ${body} }).catch((error) => error instanceof Problem && error.status);`;
  app('good.ts', use("{ type: 'lost-card', cardId: 'card_1', channel: 'app' }"));
  app('bad.ts', use("{ type: 'lost-cart', cardId: 'card_1', channel: 'app' }"));
  expect(compile('good.ts')).toBe('');
  expect(compile('bad.ts')).toMatch(/bad\.ts.*lost-cart/);
}, 60_000);
