import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../functions/shared/now.ts';
import { runsOf } from '../../local/story/runs.ts';
import { virtualLaptop } from '../support/virtual-laptop.ts';

let world: Awaited<ReturnType<typeof virtualLaptop>>;
beforeAll(async () => {
  world = await virtualLaptop('2026-11-23T08:00:00Z');
}, 120_000);
afterAll(() => world.laptop.cloud.stop());

test('a case waits for what a colleague asked for, is closed when it is done, and nobody is called to help', async () => {
  const caseId = await world.report('cus_james', 'card_james1');
  const carla = await world.as('carla');
  await world.until('the triage is open', async () =>
    (await world.caseOf(caseId)).tasks.some(({ kind }) => kind === 'triage'),
  );
  expect(await carla.post(`/cases/${caseId}/tasks`, { team: 'fraud', hours: 72 })).toMatchObject({ status: 201 });
  await world.complete(caseId, 'triage', 'resolved');
  await world.laptop.clock.advance(2 * day);
  const waiting = await world.caseOf(caseId);
  expect(waiting).toMatchObject({ status: 'open', openWork: [`task ${caseId}.1.follow-up.1 is open`] });

  await world.complete(caseId, 'follow-up', 'done');
  await world.until('it is closed', async () => (await world.caseOf(caseId)).status === 'closed');
  const { tasks } = await world.caseOf(caseId);
  expect(tasks.map(({ kind, status }) => [kind, status])).toEqual([
    ['triage', 'completed'],
    ['follow-up', 'completed'],
  ]);
  await world.until('its run has ended', async () =>
    (await runsOf(world, caseId)).some(({ machine, status }) => machine === 'case' && status === 'SUCCEEDED'),
  );
  expect(world.errors).toEqual([]);
});
