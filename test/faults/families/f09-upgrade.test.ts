import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CaseEvent } from '../../../functions/case/case-fact.ts';
import { fold, readEvent } from '../../../functions/case/case-store.ts';
import { caseRow } from '../../../functions/case/case-view.ts';
import { verifyChain } from '../../../functions/shared/chain.ts';
import { definitions, deploy } from '../simulator/machines.ts';
import type { World } from '../simulator/world.ts';
import { cellsOf } from './cells.ts';
import { endings, playScript } from './script.ts';

// F9: a case that began under an earlier release waits while today's is deployed; and a new version of every machine and
// function is deployed at every moment of a life.

const folder = join(import.meta.dirname, '../releases');
const releases = readdirSync(folder).sort();
const moments = {
  'while the departments work': 'investigation-opened',
  'while the case is triaged': 'investigation-concluded',
  'while the customer is asked': 'survey-invited',
} as const;

/** Deploys other machines, and starts every function anew, soon after the first event of a kind. */
const deployAfter = (kind: string, next: Record<string, string>) => (world: World) =>
  world.watchers.add({
    wrote(_write, event) {
      if (event?.fact.kind !== kind) return;
      world.clock.after(500, () => {
        world.functions.renew();
        deploy(world.engine, next);
      });
    },
  });

const paused = releases.flatMap((release) =>
  Object.entries(moments).map(([moment, kind]) => ({ release, moment, kind })),
);

test.each(paused)('a case of $release goes on when today is deployed $moment', async ({ release, moment, kind }) => {
  const machines = definitions([], join(folder, release));
  expect(machines).not.toEqual(definitions());
  const beside = deployAfter(kind, definitions());
  const world = await playScript(`${release} ${moment}`, { machines, beside });
  expect(world.broken).toEqual([]);
  expect(endings(world)).toEqual(['closed']);
});

test('a history that an earlier release wrote is read, verified and folded as it was meant', () => {
  const file = join(folder, '2026-11-first-workflows', 'history.json');
  const kept = JSON.parse(readFileSync(file, 'utf8')) as CaseEvent[];
  const events = kept.map((event) => readEvent({ event: { S: JSON.stringify(event) } }));
  expect(verifyChain(events)).toMatchObject({ ok: true, length: 19 });
  const current = fold(events);
  expect(current).toMatchObject({ status: 'closed', resolution: 'fraud-confirmed', priority: 'normal', cycle: 1 });
  expect(current.freeze).toEqual({ card_old1: 'frozen', acc_old1: 'frozen' });
  expect(current.surveys).toMatchObject([{ status: 'answered', round: 1, score: 4 }]);
  expect(caseRow(current)).toMatchObject({ status: 'closed', team: 'cards' });
});

const waits = {
  'right after the report': 'case-opened',
  'while accounts are being frozen': 'freeze-planned',
  ...moments,
  'while the survey waits for its moment': 'case-closed',
} as const;
const next = Object.fromEntries(
  Object.entries(definitions()).map(([name, text]) => [
    name,
    JSON.stringify({ ...JSON.parse(text), Comment: 'The next version' }),
  ]),
);

test.each(cellsOf(Object.entries(waits), 3))('%s, a new version changes nothing for the case', async (when, kind) => {
  const world = await playScript(when, { beside: deployAfter(kind, next) });
  expect(world.broken).toEqual([]);
  expect(endings(world)).toEqual(['closed']);
});
