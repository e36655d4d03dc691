import { expect, test } from 'vitest';
import { definitions, deploy } from '../simulator/machines.ts';
import { endings, playScript } from './script.ts';

// F9: a new version of every machine and function is deployed while a case waits.

const waits = [
  ['right after the report', 'case-opened'],
  ['while accounts are being frozen', 'freeze-planned'],
  ['while the departments work', 'investigation-opened'],
  ['while the case is triaged', 'investigation-concluded'],
  ['while the survey waits for its moment', 'case-closed'],
  ['while the customer is asked', 'survey-invited'],
] as const;

const next = Object.fromEntries(
  Object.entries(definitions()).map(([name, text]) => [
    name,
    JSON.stringify({ ...JSON.parse(text), Comment: 'The next version' }),
  ]),
);

test.each(waits)('%s, a new version changes nothing for the case', async (when, kind) => {
  const world = await playScript(when, {
    beside: (world) =>
      world.watchers.push({
        wrote(_write, event) {
          if (event?.fact.kind !== kind) return;
          world.clock.after(500, () => {
            world.functions.renew();
            deploy(world.engine, next);
          });
        },
      }),
  });
  expect(world.broken).toEqual([]);
  expect(endings(world)).toEqual(['closed']);
});
