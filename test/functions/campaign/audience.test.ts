import { expect, test } from 'vitest';
import { askingId } from '../../../functions/campaign/ask-one.ts';
import { askSome } from '../../../functions/campaign/ask-some.ts';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { fold } from '../../../functions/case/case-store.ts';
import { caseViewStore } from '../../../functions/case/case-view-store.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { after, hour, minute } from '../../../functions/shared/now.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { startTables, tableNames } from '../../support/tables.ts';
import { campaignWorld } from './campaign-world.ts';

// A campaign for everybody who had a case solved that was opened in some time.
const { db } = startTables();
const world = campaignWorld(db);
const views = caseViewStore(db, tableNames.CASE_VIEWS_TABLE);

let year = 2010;
const time = () => ({ from: `${year}-11-23T09:00:00.000Z`, to: `${year}-11-24T09:00:00.000Z` });
const reopened: CaseFact = { kind: 'case-reopened', data: { cycle: 2, reason: 'not-solved' } };

/** A case of this customer that was opened in the time in question, as the lists show it. */
async function caseOf(customerId: string, minutes: number, ...facts: CaseFact[]): Promise<string> {
  const caseId = newId('case');
  const data = { type: 'lost-card', customerId, subject: 'card_1', channel: 'app', team: 'cards' } as const;
  await happens(caseId, after(time().from, minutes * minute), { kind: 'case-opened', data }, ...facts);
  return caseId;
}
async function happens(caseId: string, at: string, ...facts: CaseFact[]): Promise<void> {
  await world.cases.change(caseId, { by: 'workflow', at }, () => facts);
  const history = await world.cases.history(caseId);
  await views.project(fold(history), history.length, []);
}
const drafted = (perMinute = 60) => {
  const { from: openedFrom, to: openedTo } = time();
  return world.drafted([], { perMinute, audience: { from: 'cases', openedFrom, openedTo } });
};
const isAsked = async (campaignId: string, customer: string) =>
  (await world.cases.history(askingId(campaignId, customer))).length === 1;
const asked = async (campaignId: string, customers: string[]) => {
  const each = await Promise.all(customers.map((customer) => isAsked(campaignId, customer)));
  return customers.filter((_, index) => each[index]);
};

test('asks whose case was closed, also when it was taken up again since, and nobody whose case was never solved', async () => {
  year++;
  await caseOf('cus_closed', 1, f.closed);
  await caseOf('cus_reopened', 2, f.closed, reopened);
  await caseOf('cus_closed_again', 3, f.closed, reopened, f.closed);
  await caseOf('cus_open', 4);
  await caseOf('cus_too_early', -60, f.closed);
  await caseOf('cus_too_late', 25 * 60, f.closed);
  const campaignId = await drafted();
  await world.steer(campaignId, 'start');
  expect((await world.play(campaignId)).next).toBe('finished');
  const all = ['closed', 'reopened', 'closed_again', 'open', 'too_early', 'too_late'].map((one) => `cus_${one}`);
  expect(await asked(campaignId, all)).toEqual(['cus_closed', 'cus_reopened', 'cus_closed_again']);
});

test('misses nobody whose case is taken up again, or closed again, while others are asked', async () => {
  year++;
  const customers = Array.from({ length: 60 }, (_, i) => `cus_moving${i}`);
  const cases: string[] = [];
  for (const [i, customer] of customers.entries())
    cases.push(await caseOf(customer, i, f.closed, ...(i % 3 === 0 ? [reopened] : [])));
  const campaignId = await drafted(60);
  await world.steer(campaignId, 'start');
  let { now } = await world.play(campaignId, 1, monday, 1);
  for (let turn = 0; turn < 12; turn++) {
    for (const [i, caseId] of cases.entries()) {
      const isOpen = (await world.cases.load(caseId)).status === 'open';
      if ((i + turn) % 4 === 0) await happens(caseId, monday, isOpen ? f.closed : nextCycle(await cycleOf(caseId)));
    }
    ({ now } = await world.play(campaignId, 1, after(now, minute), 1));
  }
  expect(await asked(campaignId, customers)).toEqual(customers);
  expect(world.asked().filter(({ name }) => name.endsWith('-survey')).length).toBe(
    new Set(world.asked().map(({ name }) => name)).size,
  );
});
const cycleOf = async (caseId: string) => (await world.cases.load(caseId)).cycle;
const nextCycle = (cycle: number): CaseFact => ({
  kind: 'case-reopened',
  data: { cycle: cycle + 1, reason: 'not-solved' },
});

test('a customer with several cases is asked once, and one who was erased is not', async () => {
  year++;
  await caseOf('cus_twice', 1, f.closed);
  await caseOf('cus_twice', 2, f.closed);
  await caseOf('cus_erased', 3, f.closed, { kind: 'customer-erased', data: {} });
  const campaignId = await drafted();
  await world.steer(campaignId, 'start');
  await world.play(campaignId);
  expect(await asked(campaignId, ['cus_twice', 'cus_erased'])).toEqual(['cus_twice']);
});

test('whatever is killed and started again, everybody is asked once', async () => {
  year++;
  const customers = Array.from({ length: 8 }, (_, i) => `cus_kill${i}`);
  for (const [i, customer] of customers.entries()) await caseOf(customer, i, f.closed, ...(i % 2 ? [reopened] : []));
  await killedAtEveryCall(async (kill, where) => {
    const campaignId = await drafted(18); // three at a time
    await world.steer(campaignId, 'start');
    const mortal = campaignWorld(kill(db), world.runs);
    for (let batch = 0; batch < 2; batch++)
      await askSome(mortal.world, { campaignId, run: 1 }, after(monday, batch * hour)).catch(() => undefined);
    await world.play(campaignId, 1, after(monday, 3 * hour));
    expect(await asked(campaignId, customers), where).toEqual(customers);
    expect((await world.progress.read(campaignId))?.handled, where).toBe(8);
  });
}, 60_000);
