import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { shippedCalendars } from '../../../functions/calendar/shipped-calendars.ts';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { after, hour } from '../../../functions/shared/now.ts';
import { countPromises } from '../../../functions/sla/count-promises.ts';
import { shippedSla } from '../../../functions/sla/shipped-sla.ts';
import * as f from '../../support/facts.ts';
import { historyOf, monday } from '../../support/given.ts';

const long = after(monday, -1000 * hour);
const policies = {
  sla: [{ version: 1, at: long, value: shippedSla }],
  calendars: [{ version: 1, at: long, value: shippedCalendars }],
};
type Happened = [hours: number, fact: CaseFact];
const history = (...facts: Happened[]) =>
  historyOf(...facts.map(([, fact]) => fact)).map((event, n) => ({
    ...event,
    at: after(monday, (facts[n]?.[0] ?? 0) * hour),
  }));

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

async function counted(seq: number, ...facts: Happened[]): Promise<Record<string, number>> {
  vi.mocked(console.log).mockClear();
  await countPromises(history(...facts), seq, async () => policies);
  const lines = vi.mocked(console.log).mock.calls.map(([line]) => JSON.parse(line));
  return Object.assign({}, ...lines.map(({ _aws, ...figure }) => figure));
}

test('a case that was answered and solved in time kept what was promised', async () => {
  const { PromisesKept, PromisesBroken } = await counted(3, [0, f.opened], [0.1, f.said('outbound')], [0.5, f.closed]);
  expect(PromisesBroken).toBe(0);
  expect(PromisesKept).toBeGreaterThanOrEqual(2);
});

test('one that was solved after weeks without a word broke promises', async () => {
  expect((await counted(2, [0, f.opened], [900, f.closed])).PromisesBroken).toBeGreaterThanOrEqual(2);
});

test('what happened after the close counts for nothing, and nothing is counted before it', async () => {
  const late: Happened[] = [
    [0, f.opened],
    [0.1, f.said('outbound')],
    [0.5, f.closed],
    [900, f.said('inbound')],
  ];
  expect((await counted(3, ...late)).PromisesBroken).toBe(0);
  expect(await counted(2, ...late)).toEqual({});
});

test('a cycle is counted by itself: a slow first one is not held against the second', async () => {
  const cycles: Happened[] = [
    [0, f.opened],
    [900, f.closed],
    [901, f.reopened()],
    [901.1, f.said('outbound')],
    [901.2, f.closed],
  ];
  const [first, second] = [await counted(2, ...cycles), await counted(5, ...cycles)];
  expect(second.PromisesBroken).toBeLessThan(first.PromisesBroken ?? 0);
});
