import { afterAll, beforeAll, expect, test } from 'vitest';
import { playComplaint } from '../../local/story/complaint.ts';
import { virtualLaptop } from '../support/virtual-laptop.ts';

let world: Awaited<ReturnType<typeof virtualLaptop>>;
beforeAll(async () => {
  world = await virtualLaptop('2026-11-24T08:00:00Z');
}, 120_000);
afterAll(() => world.laptop.cloud.stop());

test('a complaint waits for its customer over a weekend and a holiday, breaches, escalates, is approved and closed', async () => {
  const caseId = await playComplaint(world);
  expect(world.errors).toEqual([]);
  const reminders = (await world.timeline(caseId)).filter(({ kind }) => kind === 'reminder-sent');
  expect(reminders.map(({ data }) => [data.name, data.to, String(data.taskId).split('.').at(-2)])).toEqual([
    ['due-soon', 'nasrin', 'resolution'],
    ['escalated', 'kamran', 'resolution'],
  ]);
  const { queues } = world.laptop.cloud;
  expect(queues.names().flatMap((name) => queues.messages(name))).toEqual([]);
}, 240_000);
