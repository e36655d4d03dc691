import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../functions/shared/now.ts';
import { awsClient } from '../../local/laptop.ts';
import { endPosting, startPosting } from '../../local/seed/seed-ledger.ts';
import { runsOf } from '../../local/story/runs.ts';
import { virtualLaptop } from '../support/virtual-laptop.ts';

let world: Awaited<ReturnType<typeof virtualLaptop>>;
beforeAll(async () => {
  world = await virtualLaptop('2026-10-24T20:00:00Z'); // the night in which Europe turns its clocks back
}, 120_000);
afterAll(() => world.laptop.cloud.stop());

const machine = (name: string): string =>
  world.laptop.cloud.engine.listStateMachines({}).items.find((one) => one.name.endsWith(`-${name}`))?.arn ?? name;

test('when the ledger is down for good, operations are asked, and trying again finishes the freeze', async () => {
  const { cloud } = world.laptop;
  const busy = { customerId: 'cus_james', target: 'acc_james2' };
  await startPosting(awsClient(cloud), cloud.nameOf('Ledger'), busy);
  const caseId = await world.report('cus_james', 'card_james1');
  const asked = await world.until('operations are asked', async () => {
    const seen = await world.caseOf(caseId);
    return seen.tasks.some((task) => task.step === 'freeze-accounts') && seen;
  });
  expect(asked.openWork).toContain('acc_james2 is not frozen');
  expect(asked.freeze.filter((one) => one.state === 'frozen').map((one) => one.target)).toEqual([
    'card_james1',
    'acc_james1',
    'card_james2',
  ]);

  await endPosting(awsClient(cloud), cloud.nameOf('Ledger'), busy);
  await world.complete(caseId, 'failed-step', 'retry');
  await world.complete(caseId, 'triage', 'resolved');
  const closed = await world.until('the case is closed', async () => {
    const seen = await world.caseOf(caseId);
    return seen.status === 'closed' && seen;
  });
  expect(closed.freeze.every((one) => one.state === 'frozen')).toBe(true);
});

test('a run that somebody stopped is taken over: the next one goes on from the history, nothing is done twice', async () => {
  const caseId = await world.report('cus_anna', 'card_anna1');
  await world.until('the triage is open', async () =>
    (await world.caseOf(caseId)).tasks.some((task) => task.kind === 'triage'),
  );
  const executionArn = `${machine('case').replace(':stateMachine:', ':execution:')}:${caseId}-1`;
  world.laptop.cloud.engine.stopExecution({ executionArn });

  await world.complete(caseId, 'failed-step', 'retry');
  await world.complete(caseId, 'triage', 'no-fraud-found');
  await world.until('the case is closed', async () => (await world.caseOf(caseId)).status === 'closed');
  const runs = (await runsOf(world, caseId))
    .filter((run) => run.machine === 'case')
    .map((run) => [run.runId, run.status]);
  expect(runs).toEqual([
    [`${caseId}-1-r2`, 'SUCCEEDED'],
    [`${caseId}-1`, 'ABORTED'],
  ]);
  const kinds = (await world.timeline(caseId)).map((event) => event.kind);
  const once = ['case-opened', 'freeze-completed', 'case-reviewed', 'case-closed'];
  for (const kind of once) expect(kinds.filter((one) => one === kind)).toHaveLength(1);
});

test('a run that takes over when the survey has begun begins no other', async () => {
  const { engine } = world.laptop.cloud;
  const caseId = await world.report('cus_anna', 'card_anna1');
  await world.complete(caseId, 'triage', 'resolved');
  const runs = (of: string) =>
    engine
      .listExecutions({ stateMachineArn: machine(of) })
      .items.filter(({ beginning }) => beginning.name.startsWith(caseId))
      .map(({ beginning, end }) => [beginning.name, end?.status]);
  await world.until('its survey has begun', async () => runs('survey').length > 0);

  const input = JSON.stringify({ caseId, cycle: 1 });
  engine.startExecution({ stateMachineArn: machine('case'), name: `${caseId}-1-r2`, input });
  await world.until('both have ended', async () => runs('case').every(([, status]) => status === 'SUCCEEDED'));
  expect(runs('survey').map(([name]) => name)).toEqual([`${caseId}-1-survey`]);
});

test('when mail to a customer comes back, the case goes on, and no survey is asked of nobody', async () => {
  const admin = await world.as('admin');
  const reza = { name: 'رضا کریمی', email: 'bounce@simulator.amazonses.com', language: 'fa', timeZone: 'Asia/Tehran' };
  await admin.put('/contacts/cus_reza', reza);
  const caseId = await world.report('cus_reza', 'card_reza1');
  await world.complete(caseId, 'triage', 'resolved');
  await world.until('the case is closed', async () => (await world.caseOf(caseId)).status === 'closed');
  await world.laptop.clock.advance(2 * day);
  const events = await world.timeline(caseId);
  const mails = events.filter((event) => event.kind.startsWith('mail-')).map(({ kind, data }) => [kind, data.letter]);
  expect(mails).toContainEqual(['mail-bounced', 'accounts-frozen']);
  expect(mails).toContainEqual(['mail-not-sent', 'case-closed']);
  expect(events.at(-1)).toMatchObject({ kind: 'survey-not-asked', data: { reason: 'address-bounced' } });
});

test('nothing of all that was an error nobody expected, and nothing was given up on', () => {
  expect(world.errors).toEqual([]);
  const { queues } = world.laptop.cloud;
  expect(queues.names().flatMap((name) => queues.messages(name))).toEqual([]);
});
