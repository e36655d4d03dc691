import { expect, test } from 'vitest';
import { playScript } from './script.ts';

// F8: a batch of every size with a poisoned record at every place: only the poison and what is behind it of its key waits.

const sizes = Array.from({ length: 10 }, (_, n) => n + 1);
const cells = sizes.flatMap((size) => [...Array(size).keys(), 'all' as const].map((poison) => ({ size, poison })));

const world = await playScript('a life for its records');
const [known] = [...world.truth.cases.values()];
const caseId = known?.current.caseId ?? '';

/** Records of as many keys, the poisoned ones with an event that is none. */
function batch(size: number, poison: number | 'all') {
  return Array.from({ length: size }, (_, n) => {
    const event = poison === 'all' || poison === n ? '{}' : JSON.stringify(known?.events[0]);
    return {
      eventID: `event-${n}`,
      dynamodb: {
        SequenceNumber: String(n),
        Keys: { caseId: { S: `${caseId}-${n}` } },
        NewImage: { caseId: { S: caseId }, event: { S: event } },
      },
    };
  });
}

test.each(cells)('of $size records, poison at $poison is the one reported', async ({ size, poison }) => {
  const answered = world.functions.invoke('case/follow-case.stream', { Records: batch(size, poison) });
  await world.run({ done: () => false, until: world.clock.now() + 60_000 });
  const failed = poison === 'all' ? Array.from({ length: size }, (_, n) => n) : [poison];
  const batchItemFailures = failed.map((n) => ({ itemIdentifier: String(n) }));
  expect(await answered).toEqual({ payload: { batchItemFailures } });
  expect(world.broken).toEqual([]);
});
