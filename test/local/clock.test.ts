import { expect, test } from 'vitest';
import { MovableClock } from '../../local/clock.ts';

test('a year passes at once, and everything due on the way happens in order and at its time', async () => {
  const clock = new MovableClock({ start: 0 });
  const seen: [string, number][] = [];
  clock.at(5_000, () => seen.push(['later', clock.now()]));
  clock.at(1_000, () => {
    seen.push(['first', clock.now()]);
    clock.at(3_000, () => seen.push(['caused by the first', clock.now()]));
  });
  await clock.advance(365 * 86_400_000);
  expect(seen).toEqual([
    ['first', 1_000],
    ['caused by the first', 3_000],
    ['later', 5_000],
  ]);
  expect(clock.now()).toBe(365 * 86_400_000);
});

test('time does not run away from work that is still under way', async () => {
  const clock = new MovableClock({ start: 0 });
  let finishedAt = -1;
  const work = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    finishedAt = clock.now();
  };
  clock.at(1_000, () => void clock.during(work()));
  clock.at(2_000, () => undefined);
  await clock.advance(10_000);
  expect(finishedAt).toBe(1_000);
});

test('a cancelled timer never fires', async () => {
  const clock = new MovableClock({ start: 0 });
  let fired = false;
  clock.at(10, () => {
    fired = true;
  })();
  await clock.advance(100);
  expect(fired).toBe(false);
});

test('a running clock follows real time and can be moved ahead of it', async () => {
  const clock = new MovableClock({ running: true });
  const before = clock.now();
  const fired = new Promise<void>((resolve) => void clock.at(before + 86_400_000, resolve));
  await clock.advance(86_400_000);
  await fired;
  expect(clock.now() - before).toBeGreaterThanOrEqual(86_400_000);
  clock.stop();
});
