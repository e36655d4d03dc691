import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bundleFunctions, bundleOf, entries } from '../../infra/build.ts';
import { cardNumbers, secrets } from './support/secrets.ts';

const LARGEST = 240 * 1024;

let codeOf: Map<string, string>;
beforeAll(async () => {
  const bundles = await bundleFunctions();
  codeOf = new Map(entries().map((entry) => [entry, readFileSync(join(bundleOf(bundles, entry), 'index.js'), 'utf8')]));
});

test('no function is larger than 240 KB', () => {
  const sizes = [...codeOf].map(([entry, code]) => ({ entry, bytes: Buffer.byteLength(code) }));
  sizes.sort((a, b) => b.bytes - a.bytes);
  const lines = sizes.map(({ entry, bytes }) => `${String(bytes).padStart(7)}  ${entry}`);
  process.stdout.write(`bytes of each function, minified\n${lines.join('\n')}\n`);
  expect(sizes.filter(({ bytes }) => bytes > LARGEST)).toEqual([]);
});

test.each(secrets)('%s stands in no function', (_, pattern) => {
  for (const [entry, code] of codeOf) expect(code.match(pattern)?.[0], entry).toBeUndefined();
});

test('no number of a card and no address stands in a function', () => {
  const address = /[\w.+-]+@[a-z-]+\.(?:com|org|net|bank)\b/;
  for (const [entry, code] of codeOf) {
    expect(cardNumbers(code), entry).toEqual([]);
    expect(code.match(address)?.[0], entry).toBeUndefined();
  }
});

test('what is looked for is found', () => {
  expect(cardNumbers('card 4111 1111 1111 1111, order 4111 1111 1111 1112')).toEqual(['4111 1111 1111 1111']);
  const examples = ['AKIAIOSFODNN7EXAMPLE', 'postgres://app:hunter2@db', "password: 'correct horse'", '+441632960000'];
  for (const example of examples) expect(secrets.filter(([, pattern]) => pattern.test(example)).length).toBe(1);
});
