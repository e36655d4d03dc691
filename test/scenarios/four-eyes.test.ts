import { afterAll, beforeAll, expect, test } from 'vitest';
import { virtualLaptop } from '../support/virtual-laptop.ts';

let world: Awaited<ReturnType<typeof virtualLaptop>>;
beforeAll(async () => {
  world = await virtualLaptop('2026-10-24T20:00:00Z');
}, 120_000);
afterAll(() => world.laptop.cloud.stop());

/** A reported case that has got as far as its triage. */
async function atItsTriage(customerId: string, cardId: string): Promise<string> {
  const caseId = await world.report(customerId, cardId);
  await world.until('the triage is open', async () =>
    (await world.caseOf(caseId)).tasks.some((task) => task.kind === 'triage'),
  );
  return caseId;
}
const closed = (caseId: string) =>
  world.until('the case is closed', async () => {
    const seen = await world.caseOf(caseId);
    return seen.status === 'closed' && seen;
  });

test('what was frozen is unfrozen when two people agree, and a payment above the limit is made', async () => {
  const caseId = await atItsTriage('cus_anna', 'card_anna1');
  const [carla, cyrus] = await Promise.all([world.as('carla'), world.as('cyrus')]);
  const held = (await world.caseOf(caseId)).freeze.map(({ target }) => target);
  const asking = { request: { action: 'unfreeze', targets: held } };
  expect((await carla.post(`/cases/${caseId}/approvals`, asking)).status).toBe(201);
  expect((await carla.post(`/approvals/${caseId}.approval.1/decide`, { decision: 'approved' })).status).toBe(403);
  expect((await cyrus.post(`/approvals/${caseId}.approval.1/decide`, { decision: 'approved' })).status).toBe(200);
  expect((await world.caseOf(caseId)).freeze.every(({ state }) => state === 'unfrozen')).toBe(true);
  const payment = { request: { action: 'goodwill-payment', amount: 90_00, currency: 'EUR' } };
  await carla.post(`/cases/${caseId}/approvals`, payment);
  await cyrus.post(`/approvals/${caseId}.approval.2/decide`, { decision: 'approved' });
  await world.complete(caseId, 'triage', 'resolved');
  expect(await closed(caseId)).toMatchObject({
    goodwill: [{ amount: 90_00, currency: 'EUR' }],
    resolution: 'resolved',
  });
  expect(world.errors).toEqual([]);
});
