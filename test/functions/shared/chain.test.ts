import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, verifyChain } from '../../../functions/shared/chain.ts';
import * as f from '../../support/facts.ts';
import { historyOf } from '../../support/given.ts';

const events = historyOf(f.opened, f.freezePlanned('acc_1', 'acc_2'), f.frozen('acc_1'), f.frozen('acc_2'), f.closed);
const position = fc.integer({ min: 0, max: events.length - 1 });

test('an untouched history is whole, and so is one that has not begun', () => {
  expect(verifyChain(events)).toEqual({ ok: true, length: 5, head: events[4]?.hash });
  expect(verifyChain([])).toEqual({ ok: true, length: 0, head: '' });
});

describe('the check finds', () => {
  const broken = (links: typeof events): boolean => !verifyChain(links).ok;

  test('every edit, wherever it is', () => {
    const edits = fc.constantFrom(
      { by: 'eve' },
      { at: '2020-01-01T00:00:00.000Z' },
      { run: 'x' },
      { fact: f.frozen('acc_9') },
    );
    fc.assert(
      fc.property(position, edits, (at, edit) =>
        broken(events.map((one, i) => (i === at ? { ...one, ...edit } : one))),
      ),
    );
  });

  test('every deletion but that of the end, which the head tells', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3 }), (at) => broken(events.toSpliced(at, 1))));
    expect(verifyChain(events.slice(0, -1))).not.toMatchObject({ head: events[4]?.hash });
  });

  test('every exchange', () => {
    const two = fc.tuple(position, position).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(two, ([a, b]) => {
        const links = [...events];
        [links[a], links[b]] = [links[b] as never, links[a] as never];
        return broken(links);
      }),
    );
  });

  test('every insertion, even of an event that fits by itself', () => {
    fc.assert(fc.property(position, position, (at, which) => broken(events.toSpliced(at, 0, events[which] as never))));
  });

  test('a history that was sealed anew from some event on, by who kept its head', () => {
    const rewritten = historyOf(f.opened, f.freezePlanned('acc_1'), f.frozen('acc_1'));
    expect(verifyChain(rewritten)).toMatchObject({ ok: true });
    expect(verifyChain([...rewritten, ...events.slice(3)]).ok).toBe(false);
  });
});

test('the same content has the same text, whatever the order of its fields', () => {
  const content = fc.dictionary(fc.string(), fc.jsonValue());
  fc.assert(
    fc.property(content, (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      return canonical(turned) === canonical(value);
    }),
  );
});
