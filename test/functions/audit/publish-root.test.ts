import { beforeEach, describe, expect, test, vi } from 'vitest';
import { leafOf } from '../../../functions/audit/grow-tree.ts';
import { extendsTree, rootOver } from '../../../functions/audit/merkle.ts';
import type { Head } from '../../../functions/audit/root-log-store.ts';
import { correlated } from '../../../functions/shared/correlation.ts';
import { Killed, killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { startTables } from '../../support/tables.ts';
import { auditWorld } from './audit-world.ts';

let db: Awaited<ReturnType<typeof startTables>>['db'];
let world: ReturnType<typeof auditWorld>;
beforeEach(async () => {
  db = startTables().db;
  world = auditWorld(db);
});

test('the heads of all cases that have changed come under one root, which is told', async () => {
  const one = await world.opened(f.frozen('acc_1'));
  const other = await world.opened();
  const { leaves } = await world.publish();
  const root = await world.roots.latest();
  expect([root.size, leaves]).toEqual([2, 2]);
  expect(world.told).toMatchObject([
    { deliveryId: 'root.2', type: 'audit.root-published', detail: { size: 2, root: root.hash, before: 0, path: [] } },
  ]);
  expect(await world.check(one)).toMatchObject({ chain: { ok: true, length: 2 }, published: { ok: true, upTo: 2 } });
  expect(await world.check(other)).toMatchObject({ published: { ok: true, upTo: 1 } });
});

test('when nothing has happened nothing is published and nobody is told again', async () => {
  await world.opened();
  await world.publish();
  expect(await world.publish()).toEqual({ leaves: 0, broken: 0, told: false });
  expect((await world.roots.latest()).size).toBe(1);
  expect(world.told).toHaveLength(1);
});

test('before the first case there is no root to tell', async () => {
  expect(await world.publish()).toEqual({ leaves: 0, broken: 0, told: false });
  expect((await world.roots.latest()).size).toBe(0);
});

test('each root comes with the proof that it adds to the one before and changes nothing of it', async () => {
  const caseId = await world.opened();
  await world.publish();
  for (const target of ['acc_1', 'acc_2', 'acc_3']) {
    await world.opened();
    await world.happens(caseId, f.frozen(target));
    await world.publish();
  }
  const roots = world.told.map(
    ({ detail }) => detail as { size: number; root: string; before: number; path: string[] },
  );
  expect(roots.map(({ size }) => size)).toEqual([1, 3, 5, 7]);
  for (const [index, { size, root, before, path }] of roots.slice(1).entries())
    expect(extendsTree(roots[index]?.root ?? '', root, { before, size, path })).toBe(true);
});

test('a case that changes while it is published is published again the next time', async () => {
  const caseId = await world.opened();
  const during = world.worldOver(db);
  const put = during.roots.putRoot;
  during.roots.putRoot = async (root) => {
    await world.happens(caseId, f.frozen('acc_1'));
    return put(root);
  };
  await world.publish(monday, during);
  expect(await world.check(caseId)).toMatchObject({ published: { ok: true, upTo: 1 } });
  await world.publish();
  expect(await world.check(caseId)).toMatchObject({ published: { ok: true, upTo: 2 } });
});

test('two that publish at once make one tree', async () => {
  for (let n = 0; n < 12; n++) await world.opened();
  await Promise.allSettled([world.publish(), world.publish()]);
  await world.publish();
  const root = await world.roots.latest();
  const heads: Head[] = [];
  while (heads.length < root.size) heads.push(...((await world.roots.entries(heads.length)) ?? []));
  expect(root.hash).toBe(rootOver(heads.map(leafOf)));
  expect(new Set(heads.map(({ caseId }) => caseId)).size).toBe(12);
});

test('one that is killed at whatever call is finished by the next, and no head is in the tree twice', async () => {
  const calls = await killedAtEveryCall(async (kill, where) => {
    const before = await world.roots.latest();
    const caseId = await world.opened();
    await world.publish(monday, world.worldOver(kill(db))).catch((error) => {
      if (!(error instanceof Killed)) throw error;
    });
    await world.publish();
    const root = await world.roots.latest();
    expect(root.size, where).toBe(before.size + 1);
    expect(await world.check(caseId), where).toMatchObject({ published: { upTo: 1 } });
    expect(world.told.at(-1)?.detail, where).toMatchObject({ size: root.size });
  });
  expect(calls).toBeGreaterThan(10);
});

test('a bus that does not take the root is told it the next time', async () => {
  await world.opened();
  const deaf = world.worldOver(db, () => Promise.reject(new Error('no')));
  await expect(world.publish(monday, deaf)).rejects.toThrow('no');
  expect(world.told).toEqual([]);
  expect(await world.publish()).toMatchObject({ leaves: 0, told: true });
});

test('an hour in which nothing happened reads the lists of what has changed, and nothing else', async () => {
  await world.opened();
  await world.publish();
  const send = vi.fn((command: never) => db.send(command));
  await world.publish(monday, world.worldOver({ send } as never));
  expect(send).toHaveBeenCalledTimes(4);
});

describe('a case whose events do not fit is reported and not published', () => {
  const errors = async (act: () => Promise<unknown>) => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    await act();
    const lines = log.mock.calls.map(([line]) => JSON.parse(line));
    log.mockRestore();
    return lines
      .filter(({ event }) => event === 'CHAIN_BROKEN')
      .map(({ caseId, seq, reason }) => ({ caseId, seq, reason }));
  };

  test('because a new one was changed; others are published', async () => {
    const bad = await world.opened(f.frozen('acc_1'));
    const good = await world.opened();
    const [, second] = await world.stored(bad);
    await world.rewrite({ ...second, at: { S: '2020-01-01T00:00:00.000Z' } });
    expect(await errors(() => world.publish())).toEqual([
      { caseId: bad, seq: 2, reason: 'differs from what stands beside it' },
    ]);
    expect(await world.check(good)).toMatchObject({ published: { upTo: 1 } });
    expect(await errors(() => world.publish())).toHaveLength(1);
  });

  test('because another request is named beside an event than the one that it came from', async () => {
    const caseId = await correlated('request-1', () => world.opened(f.frozen('acc_1')));
    expect(await world.check(caseId)).toMatchObject({ chain: { ok: true } });
    const [first] = await world.stored(caseId);
    await world.rewrite({ ...first, correlationId: { S: 'request-2' } });
    expect(await errors(() => world.publish())).toMatchObject([{ caseId, seq: 1 }]);
  });

  test('because its end was taken off after it was published, and something else was added', async () => {
    const caseId = await world.opened(f.frozen('acc_1'), f.frozen('acc_2'));
    await world.publish();
    await world.remove(caseId, 3);
    await world.happens(caseId, f.frozen('acc_8'), f.frozen('acc_9'));
    expect(await errors(() => world.publish())).toEqual([
      { caseId, seq: 3, reason: 'was published with another hash' },
    ]);
    await world.remove(caseId, 3);
    await world.remove(caseId, 4);
    expect(await errors(() => world.publish())).toEqual([{ caseId, seq: 3, reason: 'was published and is missing' }]);
  });
});

test('publishing reads what has changed, however many cases there are', async () => {
  for (let n = 0; n < 30; n++) await world.opened();
  await world.publish();
  const cost = async () => {
    await world.opened();
    const send = vi.fn((command: never) => db.send(command));
    await world.publish(monday, world.worldOver({ send } as never));
    return send.mock.calls.length;
  };
  const few = await cost();
  for (let n = 0; n < 60; n++) await world.opened();
  await world.publish();
  expect(await cost()).toBeLessThanOrEqual(few + 2); // of the size of a tree only the logarithm is read
});

test('where a chain breaks is told, also when only a later head of it was published', async () => {
  const caseId = await world.opened(f.frozen('acc_1'), f.frozen('acc_2'), f.frozen('acc_3'), f.frozen('acc_4'));
  await world.publish();
  await world.remove(caseId, 3);
  expect(await world.check(caseId)).toMatchObject({ misfit: { seq: 3, reason: 'missing or out of order' } });
});
