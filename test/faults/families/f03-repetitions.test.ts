import { expect, test } from 'vitest';
import { endings, lostCard, playScript } from './script.ts';

// F3: what is delivered at least once is delivered twice; what people send comes again, at once and late.

const hour = 3_600_000;
const deliveries = ['case/follow-case.stream', 'mail/tell-customer.stream', 'mail/record-mail-outcome.event'];

test.each(deliveries)('everything that %s is told comes twice', async (entry) => {
  const world = await playScript(entry, { again: (what) => what.endsWith(entry) });
  expect(world.broken).toEqual([]);
});

const moments = {
  'at the same moment': 0,
  'while the first is under way': 40,
  'right after the first': 1_000,
  'an hour later': hour,
};
const keys = { 'with the same key': lostCard.key, 'with another key': 'amir reports again' };
const cells = Object.entries(moments).flatMap(([moment, after]) =>
  Object.entries(keys).map(([which, key]) => ({ moment, after, which, key })),
);
test.each(cells)(
  'the report comes again $moment, $which, and stays one case',
  async ({ moment, after, which, key }) => {
    const reports = [lostCard, { ...lostCard, key, after }];
    const world = await playScript(`${moment} ${which}`, { story: { reports } });
    expect(world.broken).toEqual([]);
    expect(endings(world)).toEqual(['closed']);
  },
);
