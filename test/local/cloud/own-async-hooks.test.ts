import { expect, test } from 'vitest';
import { ownAsyncHooks } from '../../../local/cloud/own-async-hooks.ts';

const { AsyncLocalStorage } = ownAsyncHooks;
const later = () => new Promise(setImmediate);

test('two functions in one process each keep what is theirs, across everything they wait for', async () => {
  const [one, other] = [new AsyncLocalStorage<string>(), new AsyncLocalStorage<number>()];
  const seen = async () => {
    await later();
    return [one.getStore(), other.getStore()];
  };
  expect(await one.run('request-1', seen)).toEqual(['request-1', undefined]);
  expect(await one.run('request-1', () => other.run(2, seen))).toEqual(['request-1', 2]);
  expect(await one.run('request-1', () => other.run(2, () => one.exit(seen)))).toEqual([undefined, 2]);
  expect(await Promise.all([one.run('a', seen), one.run('b', seen), seen()])).toEqual([
    ['a', undefined],
    ['b', undefined],
    [undefined, undefined],
  ]);
});

test('what is entered stays until the end of what waits for it, and is nobody else’s', async () => {
  const storage = new AsyncLocalStorage<string>();
  const inside = (async () => {
    await later();
    storage.enterWith('entered');
    await later();
    return storage.getStore();
  })();
  expect(await inside).toBe('entered');
  expect(storage.getStore()).toBeUndefined();
});
