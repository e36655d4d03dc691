import { expect, test } from 'vitest';
import type { Asked } from '../simulator/api.ts';
import type { World } from '../simulator/world.ts';
import { cellsOf } from './cells.ts';
import { endings, lostCard, playScript } from './script.ts';

// F7: two people do two things to one case at the same moment, every pair, in several interleavings.

const INTERLEAVINGS = 6;
const carla = { id: 'carla', roles: '[agent]' };
const cyrus = { id: 'cyrus', roles: '[agent manager]' };
type Doing = (world: World, caseId: string, as: NonNullable<Asked['as']>) => Promise<unknown>;

const task = (caseId: string, verb: string) => `/tasks/${caseId}.1.triage/${verb}`;
const mutations: Record<string, Doing> = {
  claim: (world, caseId, as) => world.api('POST', task(caseId, 'claim'), { as }),
  complete: (world, caseId, as) =>
    world.api('POST', task(caseId, 'complete'), { as, body: { outcome: 'resolved' }, key: `${as.id} completes` }),
  'complete as fraud': (world, caseId, as) =>
    world.api('POST', task(caseId, 'complete'), { as, body: { outcome: 'fraud-confirmed', note: 'It was fraud.' } }),
  release: async (world, caseId, as) => {
    await world.api('POST', task(caseId, 'claim'), { as });
    return world.api('POST', task(caseId, 'release'), { as, body: { reason: 'overloaded' } });
  },
  assign: (world, caseId) => world.api('POST', task(caseId, 'assign'), { as: cyrus, body: { to: 'carla' } }),
  acknowledge: (world, caseId, as) => world.api('POST', task(caseId, 'acknowledge'), { as }),
  close: (world, caseId, as) => world.api('POST', `/cases/${caseId}/close`, { as, body: { resolution: 'resolved' } }),
  transfer: (world, caseId, as) =>
    world.api('POST', `/cases/${caseId}/transfer`, { as, body: { team: 'fraud', reason: 'escalated' } }),
  interact: (world, caseId, as) =>
    world.api('POST', `/cases/${caseId}/interactions`, {
      as,
      body: { channel: 'phone', direction: 'inbound', text: 'She called again.' },
    }),
  'report again': (world, _caseId, as) =>
    world.api('POST', '/cases', {
      as,
      body: { type: 'lost-card', cardId: lostCard.subject, channel: 'phone', customerId: lostCard.customer.id },
    }),
};
const names = Object.keys(mutations);
const cells = names.flatMap((first, index) =>
  names.slice(index).flatMap((second) => Array.from({ length: INTERLEAVINGS }, (_, n) => ({ first, second, n }))),
);

test.each(cellsOf(cells, 36))('$first and $second at the same moment ($n)', async ({ first, second, n }) => {
  let both = 0;
  let met = ''; // a report that comes after the close opens another case, whose triage is nobody's moment
  const world = await playScript(`${first} ${second} ${n}`, {
    beside: (world) =>
      world.watchers.add({
        wrote(_write, event) {
          if (met || event?.fact.kind !== 'task-opened' || event.fact.data.kind !== 'triage') return;
          met = event.caseId;
          for (const [name, as] of [
            [first, carla],
            [second, cyrus],
          ] as const)
            void mutations[name]?.(world, event.caseId, as).then(() => both++);
        },
      }),
  });
  expect(both).toBe(2);
  expect(world.broken).toEqual([]);
  expect([...new Set(endings(world))]).toEqual(['closed']);
});
