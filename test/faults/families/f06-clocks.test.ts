import { expect, test } from 'vitest';
import { cellsOf } from './cells.ts';
import { endings, playScript, type Script } from './script.ts';

// F6: lives that begin just before a clock changes, a leap day or a new year, or whose functions have wrong clocks; each
// while something is due, sweeps come twice, what is remembered for a while is still there, and links run out.

const day = 86_400_000;
const from = (start: string): Script => ({ start: Date.parse(start) });
const skewed = (...skews: number[]): Script => {
  let turn = 0;
  return { skew: () => skews[turn++ % skews.length] ?? 0 };
};
const clocks: Record<string, () => Script> = {
  'clocks that are an hour ahead': () => skewed(3_600_000),
  'clocks that are an hour behind': () => skewed(-3_600_000),
  'clocks five seconds apart': () => skewed(-5_000, 0, 5_000),
  'summer time that begins in Berlin': () => from('2027-03-27T20:00:00Z'),
  'summer time that ends in Berlin': () => from('2027-10-30T20:00:00Z'),
  'summer time that begins in New York': () => from('2027-03-13T22:00:00Z'),
  'summer time that ends in New York': () => from('2027-11-06T22:00:00Z'),
  'Nowruz in Tehran': () => from('2027-03-20T18:00:00Z'),
  'clocks in Tehran that stay when those in Berlin go back': () => from('2028-10-28T20:00:00Z'),
  'a 29 February': () => from('2028-02-28T20:00:00Z'),
  'the end of a year': () => from('2026-12-31T22:00:00Z'),
};
const what: Record<string, () => Script> = {
  'tasks are due and people are reminded': () => ({ story: { every: [3 * day, 5 * day], calmAfter: 12 * day } }),
  'every sweep comes twice': () => ({ again: (of) => of === 'schedule', story: { every: [day, 3 * day] } }),
  'an event of the bus comes again two days later': () => ({
    beside({ clock, functions }) {
      const { invoke } = functions;
      functions.invoke = (entry, payload) => {
        if (entry.endsWith('.event')) clock.after(2 * day, () => void invoke(entry, payload));
        return invoke(entry, payload);
      };
    },
  }),
  'nobody answers and the link runs out': () => ({ story: { answers: false } }),
};
const cells = Object.entries(clocks).flatMap(([how, clock]) =>
  Object.entries(what).map(([then, script]) => ({ how, then, clock, script })),
);

test.each(cellsOf(cells, 15))('with $how, $then', async ({ how, then, clock, script }) => {
  const world = await playScript(`${how} ${then}`, { ...clock(), ...script() });
  expect(world.broken).toEqual([]);
  expect(endings(world)).toEqual(['closed']);
});
