import { expect, test } from 'vitest';
import type { World } from '../simulator/world.ts';
import { cellsOf } from './cells.ts';
import { endings, playScript } from './script.ts';

// F3: what comes to a function comes again: the request of an app, a record of the stream, an event of the bus.

const hour = 3_600_000;
const kinds = {
  'a report': 'case/open-case.api',
  'what a customer writes': 'case/record-interaction.api',
  'a completed task': 'task/complete-task.api',
  'the answer to a survey': 'survey/answer-survey.api',
  'a record of the stream': 'case/follow-case.stream',
  'the outcome of a mail': 'mail/record-mail-outcome.event',
  'the end of a run': 'run-archive/archive-run.event',
  'the news of an answer': 'survey/close-the-loop.event',
};
type Invoke = World['functions']['invoke'];
type Again = (world: World, first: () => ReturnType<Invoke>) => ReturnType<Invoke>;

/** Brings it later, beside whatever happens until then. */
const later =
  (milliseconds: number): Again =>
  async ({ clock }, bring) => {
    const answer = await bring();
    clock.after(milliseconds, () => void bring());
    return answer;
  };
const moments: Record<string, Again> = {
  'comes again at once': async (_, bring) => {
    await bring();
    return bring();
  },
  'comes twice at the same moment': async (_, bring) => {
    const [answer] = await Promise.all([bring(), bring()]);
    return answer;
  },
  'comes again an hour later': later(hour),
  'comes again when everything is over': later(60 * 24 * hour),
  'comes after the next': async ({ clock }, bring) => {
    await clock.sleep(2 * hour);
    return bring();
  },
};
const cells = Object.entries(kinds).flatMap(([kind, entry]) =>
  Object.entries(moments).map(([moment, again]) => ({ kind, entry, moment, again })),
);
const MOST_LIVES = 12;

test.each(cellsOf(cells, 16))('$kind that $moment changes nothing more', async ({ kind, entry, moment, again }) => {
  let came = false;
  for (let life = 0; !came && life < MOST_LIVES; life++) {
    const world = await playScript(`${kind} ${moment} ${life}`, {
      beside(world) {
        const invoke: Invoke = world.functions.invoke;
        world.functions.invoke = (of, payload) => {
          if (came || of !== entry) return invoke(of, payload);
          came = true;
          return again(world, () => invoke(of, payload));
        };
      },
    });
    await world.run({ done: () => world.clock.next === undefined, until: world.clock.now() + 61 * 24 * hour });
    expect(world.broken).toEqual([]);
    expect([...new Set(endings(world))]).toEqual(['closed']);
  }
  expect(came).toBe(true);
});

// What is delivered at least once is delivered twice, every time.
const deliveries = ['case/follow-case.stream', 'mail/tell-customer.stream', 'mail/record-mail-outcome.event'];

test.each(deliveries)('everything that %s is told comes twice', async (entry) => {
  const world = await playScript(entry, { again: (what) => what.endsWith(entry) });
  expect(world.broken).toEqual([]);
});
