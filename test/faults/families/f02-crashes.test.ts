import { expect, test } from 'vitest';
import { cellsOf } from './cells.ts';
import { endings, playScript } from './script.ts';

// F2: every function is killed before and after each of the first calls it makes in a life.

const MOST = 6;
const made = new Map<string, number>();
await playScript('every call', {
  call: ({ caller, count }) => {
    made.set(caller, Math.min(count, MOST));
    return undefined;
  },
});
const cells = [...made].flatMap(([caller, calls]) =>
  Array.from({ length: calls }, (_, n) => n + 1).flatMap((nth) => [
    { caller, nth, fault: 'killed before' as const },
    { caller, nth, fault: 'killed after' as const },
  ]),
);

test.each(cellsOf(cells, 24))(
  '$caller is $fault call $nth, and nothing is lost or done twice',
  async ({ caller, nth, fault }) => {
    const world = await playScript('every call', {
      call: (call) => (call.caller === caller && call.count === nth ? fault : undefined),
    });
    expect(world.broken).toEqual([]);
    expect(endings(world)).toEqual(['closed']);
  },
);
