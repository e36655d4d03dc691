import { expect, test } from 'vitest';
import { endings, playScript } from './script.ts';

// F6: lives that begin just before a clock changes, a leap day or a new year, with the clocks of functions right or wrong.

const starts = {
  'summer time begins in Berlin': '2027-03-27T20:00:00Z',
  'summer time ends in Berlin': '2027-10-30T20:00:00Z',
  'summer time begins in New York': '2027-03-13T22:00:00Z',
  'summer time ends in New York': '2027-11-06T22:00:00Z',
  'Nowruz begins in Tehran': '2027-03-20T18:00:00Z',
  '29 February': '2028-02-28T20:00:00Z',
  'the year ends': '2026-12-31T22:00:00Z',
};
const clocks: Record<string, readonly number[]> = {
  'clocks that are right': [0],
  'clocks five seconds apart': [-5_000, 0, 5_000],
  'clocks a minute apart': [-60_000, 0, 60_000],
};
const cells = Object.entries(starts).flatMap(([when, start]) =>
  Object.entries(clocks).map(([how, skews]) => ({ when, start: Date.parse(start), how, skews })),
);

test.each(cells)('$when, with $how', async ({ when, start, how, skews }) => {
  let turn = 0;
  const skew = () => skews[turn++ % skews.length] ?? 0;
  const world = await playScript(`${when} ${how}`, { start, skew });
  expect(world.broken).toEqual([]);
  expect(endings(world)).toEqual(['closed']);
});
