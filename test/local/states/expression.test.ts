import fc from 'fast-check';
import jsonata from 'jsonata';
import { describe, expect, test } from 'vitest';
import { compileExpression } from '../../../local/states/expression.ts';
import { plain } from '../../../local/states/plain.ts';
import { machine, START, world } from './support/world.ts';

const evaluated = async (expression: string, input: object = {}) =>
  (await world().run(machine({ A: { Type: 'Pass', Output: `{% ${expression} %}`, End: true } }), input as never))
    .output;

const name = fc.constantFrom('a', 'b', 'c', 'length', 'constructor', 'toString', '__proto__');
const json = fc.letrec((again) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, 0, 1, '', 'text'),
    fc.array(again('value'), { maxLength: 3 }),
    fc.dictionary(name, again('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

test('a plain path is answered without the library exactly as the library would', async () => {
  await fc.assert(
    fc.asyncProperty(json, fc.array(name, { maxLength: 4 }), fc.constantFrom('x', 'states'), async (x, path, root) => {
      const source = [`$${root}`, ...path].join('.');
      const names = { x, states: { input: x, a: x } };
      const quick = compileExpression(source).quick(names);
      if (quick !== undefined) expect(quick).toEqual(plain(await jsonata(source).evaluate(undefined, names)));
    }),
    { numRuns: 2000, seed: 1 },
  );
});

test.each([
  ['$x.and', { and: 1 }],
  ['$x.true', { true: 1 }],
  ['$x.in', { in: 1 }],
])('%s means what it means to the library', async (source, x) => {
  const asked = (expression: string) => jsonata(expression).evaluate(undefined, { x });
  const expected = await Promise.resolve()
    .then(() => asked(source))
    .catch((error: { code: string }) => error.code);
  const quick = await Promise.resolve()
    .then(() => compileExpression(source).quick({ x }))
    .catch((error: { code: string }) => error.code);
  if (quick !== undefined) expect(quick).toEqual(expected);
});

describe('the functions Step Functions adds', () => {
  test.each([
    ['$partition([1, 2, 3], 2)', [[1, 2], [3]]],
    ['$partition([1], 4)', [[1]]],
    ['$range(0, 10, 3)', [0, 3, 6, 9]],
    ['$range(5, 1, -2)', [5, 3, 1]],
    ['$range(1, 9, 9)', 1],
    ['$hash("abc", "MD5")', '900150983cd24fb0d6963f7d28e17f72'],
    ['$hash("abc", "SHA-256")', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['$parse("{\\"a\\": [1]}")', { a: [1] }],
    ['$uuid() != $uuid()', true],
    ['$random() < 1', true],
    ['$random(7) = $random(7)', true],
    ['$millis()', START],
    ['$now()', '2026-01-01T00:00:00.000Z'],
    ['$now("[Y]-[M01]")', '2026-01'],
    ['$sum($shuffle([1..9]))', 45],
  ])('%s', async (expression, expected) => {
    expect(await evaluated(expression)).toEqual(expected);
  });
});

describe('lists', () => {
  test.each([
    ['of one stay lists when they are read', '$states.input.one', [1]],
    ['of one become their only item when they are mapped', '$states.input.one.($ + 1)', 2],
    ['read through a list are joined', '$states.input.many.a', [1, 2]],
    ['carry nothing over into the next expression', '[$states.input.many.a][0]', 1],
  ])('%s', async (_what, expression, expected) => {
    expect(await evaluated(expression, { one: [1], many: [{ a: 1 }, { a: 2 }] })).toEqual(expected);
  });
});
