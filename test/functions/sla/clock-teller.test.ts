import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { clockTeller } from '../../../functions/sla/clock-teller.ts';
import { movesPromise } from '../../../functions/sla/moves-promise.ts';
import { slaEventsOf } from '../../../functions/sla/sla-event.ts';
import { anyFact } from '../../support/any-fact.ts';
import * as f from '../../support/facts.ts';
import { caseId, historyOf, monday } from '../../support/given.ts';

// The stream tells others that the clocks of a case may have moved, and only as long as somebody wants to know.

let told: { deliveryId: string }[];
let asked: number;
let promises: boolean | undefined;
beforeEach(() => {
  told = [];
  asked = 0;
  promises = true;
});
const teller = () =>
  clockTeller({
    bus: {
      publish: async (event) => {
        told.push(event);
      },
    },
    reminders: async () => {
      asked++;
      return { promises };
    },
  });
async function tellAll(...facts: Parameters<typeof historyOf>): Promise<void> {
  const tell = teller();
  for (const event of historyOf(...facts)) await tell(event);
}

describe('that the clocks of a case may have moved', () => {
  test('is told of every message, wait, change of priority and end, by one delivery id each', async () => {
    await tellAll(f.opened, f.said('inbound'), f.waits, f.waited, f.closed);
    expect(told).toMatchObject([
      { type: 'clocks.moved', detail: { caseId, seq: 1 }, deliveryId: `${caseId}.1.clocks`, at: monday },
      ...[2, 3, 4, 5].map((seq) => ({ detail: { seq } })),
    ]);
  });

  test('is not told of what no clock goes by: a freeze, a task, an answer to a survey', async () => {
    await tellAll(f.opened, f.frozen('acc_1'), f.taskOpened('triage'), f.completed('triage', 'resolved'), f.answered());
    expect(told).toHaveLength(1);
  });

  test('is told of a reminder, too: the next rung is another', async () => {
    const reminded = { taskId: `${caseId}.1.resolution.1`, rung: 1, name: 'due', dueAt: monday, to: 'ann' } as const;
    await tellAll(f.opened, { kind: 'reminder-sent', data: reminded });
    expect(told).toHaveLength(2);
  });

  test('is told of the close only while promises climb no ladder, and the policy is read once a minute at most', async () => {
    promises = undefined;
    await tellAll(f.opened, f.said('inbound'), f.closed);
    expect(told).toMatchObject([{ detail: { seq: 3 } }]);
    expect(asked).toBe(1);
  });
});

test('whatever moves a clock is told: what clocks go by and what is told of cannot drift apart', () => {
  const policies = { sla: [], calendars: [] };
  fc.assert(
    fc.property(anyFact, (fact) => {
      const moves = slaEventsOf(historyOf(f.opened, fact), policies).length > 1;
      return !moves || movesPromise(fact);
    }),
    { numRuns: 2000 },
  );
});
