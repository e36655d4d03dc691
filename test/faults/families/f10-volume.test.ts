import { expect, test } from 'vitest';
import type { CaseEvent, CaseFact } from '../../../functions/case/case-fact.ts';
import { toItem } from '../../../functions/case/case-store.ts';
import { taskItem } from '../../../functions/case/case-view-store.ts';
import { seal } from '../../../functions/shared/chain.ts';
import type { Task } from '../../../functions/task/task.ts';
import type { Item } from '../../../local/table/attribute.ts';
import { carla } from '../people/errands.ts';
import { definitions } from '../simulator/machines.ts';
import type { World } from '../simulator/world.ts';
import { endings, playScript } from './script.ts';

// F10: far more than there ever is of something.

const at = '2026-11-20T09:00:00.000Z';
const hour = 3_600_000;
const day = 24 * hour;
/** As if it had been there before: nobody is told of it. */
function keep({ database, truth }: World, table: string, item: Item): void {
  database.table(table).put(item);
  truth.take({ table, key: {}, after: item });
}
const events = (caseId: string, facts: CaseFact[], after?: CaseEvent): CaseEvent[] => {
  let last = after;
  return facts.map((fact) => {
    const place = { caseId, seq: (last?.seq ?? 0) + 1, at: last?.at ?? at, by: 'cus_amir', before: last?.hash ?? '' };
    last = seal({ ...place, fact });
    return last;
  });
};
/** Lets a call come to its end. */
async function ended<T>(world: World, call: Promise<T>): Promise<T> {
  let done = false;
  void call.then(() => {
    done = true;
  });
  await world.run({ done: () => done });
  return call;
}

test('ten thousand tasks are due at once: everybody gets one mail, and no sweep breaks down', async () => {
  const world = await playScript('ten thousand tasks');
  const dueAt = at;
  for (let n = 0; n < 10_000; n++) {
    const caseId = `case_${String(n).padStart(26, '0')}`;
    const opened = { type: 'lost-card', customerId: `cus_n${n}`, subject: `card_n${n}`, channel: 'app', team: 'cards' };
    const task = { taskId: `${caseId}.1.triage`, kind: 'triage', team: 'cards', dueAt } as const;
    const facts = [
      { kind: 'case-opened', data: opened },
      { kind: 'task-opened', data: task },
    ] as CaseFact[];
    for (const event of events(caseId, facts)) keep(world, 'case-events', toItem(event));
    const shown: Task = { ...task, openedAt: at, status: 'open', reminded: 0 };
    keep(world, 'case-views', { ...taskItem(caseId, shown), seq: { N: '2' } });
  }
  const before = world.post.mails.length;
  for (let sweep = 0; sweep < 24 && world.post.mails.length === before; sweep++) {
    expect(await ended(world, world.functions.invoke('reminder/remind.schedule', {}))).not.toHaveProperty('error');
    await ended(world, world.clock.sleep(hour));
  }
  expect(world.post.mails.slice(before).map(({ to }) => to)).toEqual(['cyrus@example.com']);
  expect(world.broken).toEqual([]);
});

test('a case of ten thousand events is read, shown and worked on like every other', async () => {
  const world = await playScript('ten thousand events', { story: { answers: false } });
  const [known] = [...world.truth.cases.values()];
  const caseId = known?.current.caseId ?? '';
  const said = (n: number): CaseFact => {
    const said = { channel: 'app', direction: 'inbound', interactionId: `int_n${n}`, textId: `int_n${n}.0` } as const;
    return { kind: 'interaction-recorded', data: said };
  };
  const more = events(
    caseId,
    Array.from({ length: 10_000 }, (_, n) => said(n)),
    known?.events.at(-1),
  );
  for (const event of more) keep(world, 'case-events', toItem(event));
  const { status } = await ended(world, world.api('GET', `/cases/${caseId}`, { as: carla }));
  expect(status).toBe(200);
  const body = { reason: 'new-information', channel: 'phone' };
  const reopened = await ended(world, world.api('POST', `/cases/${caseId}/reopen`, { as: carla, body }));
  expect(reopened).toMatchObject({ status: 200, body: { cycle: 2 } });
  const closed = () => endings(world).every((one) => one === 'closed');
  await world.run({ done: () => world.idle() && closed(), until: world.clock.now() + 30 * day });
  expect(world.broken).toEqual([]);
  expect(closed()).toBe(true);
});

test('a request of 250 KB is refused, and leaves no trace', async () => {
  const world = await playScript('a quarter of a megabyte');
  const [caseId = ''] = world.truth.cases.keys();
  const long = 'x'.repeat(250 * 1024);
  const before = world.truth.of(caseId).events.length;
  const body = { channel: 'app', direction: 'inbound', text: long };
  const said = await ended(world, world.api('POST', `/cases/${caseId}/interactions`, { as: carla, body }));
  expect(said.status).toBe(413);
  const report = { type: 'lost-card', cardId: 'card_amir1', channel: 'phone', customerId: 'cus_amir', note: long };
  expect((await ended(world, world.api('POST', '/cases', { as: carla, body: report }))).status).toBe(413);
  expect(world.truth.of(caseId).events).toHaveLength(before);
});

test('a run that comes to 25,000 events ends, somebody takes over, and the case goes on in another', async () => {
  const { case: today = '', ...others } = definitions();
  const patient = today.replaceAll('"MaxAttempts": 4', '"MaxAttempts": 99999');
  const fault = { error: 'Lambda.ServiceException', when: 'before' } as const;
  const task = { machine: 'case', stateName: 'Review case', fault, times: Number.POSITIVE_INFINITY };
  const world = await playScript('25,000 events', {
    machines: { ...others, case: patient },
    task,
    beside({ watchers, stopped }) {
      watchers.add({
        ended({ beginning: { name }, end }) {
          if (end?.status === 'SUCCEEDED') return;
          stopped.add(name); // by the limit of the service, not by a person; what follows is the same
          task.times = 0;
        },
      });
    },
  });
  expect([...world.stopped]).toHaveLength(1);
  expect(world.broken).toEqual([]);
  expect(endings(world)).toEqual(['closed']);
});
