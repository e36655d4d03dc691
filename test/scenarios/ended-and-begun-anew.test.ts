import { afterAll, beforeAll, expect, test } from 'vitest';
import type { showApprovals } from '../../functions/approval/show-approvals.ts';
import { shippedCaseRules } from '../../functions/case/case-rules.ts';
import { day } from '../../functions/shared/now.ts';
import { runsOf } from '../../local/story/runs.ts';
import type { CaseView } from '../../local/story/world.ts';
import { virtualLaptop } from '../support/virtual-laptop.ts';

let world: Awaited<ReturnType<typeof virtualLaptop>>;
beforeAll(async () => {
  world = await virtualLaptop('2026-04-13T06:00:00Z');
}, 120_000);
afterAll(() => world.laptop.cloud.stop());

const status = async (caseId: string) => (await world.caseOf(caseId)).status;
const lettersTo = (who: string) =>
  world.laptop.cloud.inbox.messages(`${who}@example.com`).map(({ tags }) => tags.letter);

test('a case that is cancelled ends its runs, takes its tasks back, tells the customer, and leaves nothing frozen', async () => {
  const caseId = await world.report('cus_maryam', 'card_maryam1');
  await world.until('the departments are at work', async () =>
    (await world.caseOf(caseId)).tasks.some(({ kind }) => kind === 'fraud-review'),
  );
  const carla = await world.as('carla');
  const silently = await carla.post(`/cases/${caseId}/cancel`, { reason: 'opened-by-mistake' });
  expect(silently).toMatchObject({ status: 409, body: { type: 'urn:caseloop:problem:case-holds-accounts' } });
  const done = await carla.post(`/cases/${caseId}/cancel`, { reason: 'opened-by-mistake', accounts: 'unfreeze' });
  expect(done).toMatchObject({ status: 200, body: { status: 'cancelled', cancelledBy: 'carla' } });

  await world.until('its runs have ended', async () => {
    const runs = await runsOf(world, caseId);
    return runs.length === 2 && runs.every((run) => run.status === 'ABORTED');
  });
  await world.laptop.clock.advance(3 * day);
  const seen = await world.caseOf(caseId);
  expect(seen.tasks.map((task) => task.status)).toEqual(['withdrawn', 'withdrawn']);
  expect(lettersTo('maryam')).toEqual(['accounts-frozen', 'case-cancelled']);
  expect(lettersTo('fiona')).toEqual([]);

  const cyrus = await world.as('cyrus');
  const { items } = (await cyrus.get<ReturnType<typeof showApprovals>>(`/cases/${caseId}/approvals`)).body;
  await cyrus.post(`/approvals/${items[0]?.approvalId}/decide`, { decision: 'approved' });
  const free = await world.until('everything is unfrozen', async () => {
    const { freeze } = await world.caseOf(caseId);
    return freeze.every(({ state }) => state === 'unfrozen') && freeze;
  });
  expect(free).toHaveLength(5);
}, 60_000);

test('a case that is reopened runs again, and once it is closed for good goes on in another', async () => {
  const rules = { ...shippedCaseRules, reopenDays: 2 };
  expect(await (await world.as('admin')).put('/policies/cases', rules)).toMatchObject({ status: 200 });
  const caseId = await world.report('cus_james', 'card_james1');
  await world.complete(caseId, 'triage', 'resolved');
  await world.until('it is closed', async () => (await status(caseId)) === 'closed');
  const james = await world.as('cus_james');
  const again = await james.post<CaseView>(`/cases/${caseId}/reopen`, { reason: 'not-solved', channel: 'app' });
  expect(again).toMatchObject({ status: 200, body: { status: 'open', cycle: 2, continued: false } });
  await world.complete(caseId, 'triage', 'no-fraud-found');
  await world.until('it is closed again', async () => (await status(caseId)) === 'closed');
  const runs = (await runsOf(world, caseId)).filter(({ machine }) => machine === 'case');
  expect(runs.map(({ runId, status }) => [runId, status]).sort()).toEqual([
    [`${caseId}-1`, 'SUCCEEDED'],
    [`${caseId}-2`, 'SUCCEEDED'],
  ]);
  const kinds = (await world.timeline(caseId)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'freeze-completed')).toHaveLength(1);

  await world.laptop.clock.advance(3 * day);
  const late = await james.post<CaseView & { continued: boolean }>(`/cases/${caseId}/reopen`, {
    reason: 'new-information',
    channel: 'web',
  });
  expect(late.body).toMatchObject({ status: 'open', continued: true, continues: caseId });
  expect((await world.caseOf(caseId)).continuedIn).toBe(late.body.caseId);
  const [first] = await world.timeline(late.body.caseId);
  expect(first).toMatchObject({ kind: 'case-opened', data: { continues: caseId } });
  expect((await world.timeline(caseId)).at(-1)).toMatchObject({
    kind: 'case-continued',
    data: { caseId: late.body.caseId },
  });
}, 120_000);

test('a case waits for what a colleague asked for, is closed when it is done, and nobody is called to help', async () => {
  const caseId = await world.report('cus_anna', 'card_anna1');
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
});

test('nothing of all that was an error nobody expected, and nothing was given up on', () => {
  expect(world.errors).toEqual([]);
  const { queues } = world.laptop.cloud;
  expect(queues.names().flatMap((name) => queues.messages(name))).toEqual([]);
});
