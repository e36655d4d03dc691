import { expect, test } from 'vitest';
import { fails, runWorkflow } from '../support/run-workflow.ts';

const input = { campaignId: 'campaign_1', number: 1, startAt: '2026-03-20T10:00:00.000Z' };
const again = { next: 'again', waitSeconds: 10 };

/** Asks as often as this, and then is done. */
const asks = (batches: number, last = 'finished') => {
  let asked = 0;
  return () => (++asked < batches ? again : { next: last, waitSeconds: 0 });
};

test('a campaign asks some, waits as its rate wants it, and asks on until all are asked', async () => {
  const run = await runWorkflow('campaign', { input, functions: { AskSomeCustomers: asks(4) } });
  expect(run.calls.AskSomeCustomers).toHaveLength(4);
  expect(run.calls.AskSomeCustomers?.[0]).toMatchObject({ campaignId: 'campaign_1', number: 1 });
  expect(run.visited.filter((name) => name === 'Keep to the rate')).toHaveLength(3);
  expect(run.status).toBe('SUCCEEDED');
});

test('nobody is asked before its time', async () => {
  const run = await runWorkflow('campaign', { input, functions: { AskSomeCustomers: asks(1) }, days: 1 / 24 });
  expect(run.visited).toEqual(['Wait for its time']);
});

test('a campaign that was paused or cancelled ends its run', async () => {
  const run = await runWorkflow('campaign', { input, functions: { AskSomeCustomers: asks(3, 'paused') } });
  expect(run.calls.AskSomeCustomers).toHaveLength(3);
  expect(run.status).toBe('SUCCEEDED');
});

test('a function that fails for a while is tried again, and nobody is left out', async () => {
  const functions = { AskSomeCustomers: fails('Lambda.ServiceException', 3, asks(2)) };
  const run = await runWorkflow('campaign', { input, functions });
  expect(run.calls.AskSomeCustomers).toHaveLength(5);
  expect(run.status).toBe('SUCCEEDED');
});

test('before its history is full the campaign goes on in another run, with the next number', async () => {
  const run = await runWorkflow('campaign', { input, functions: { AskSomeCustomers: asks(2_000) }, days: 2 });
  const numbers = run.calls.AskSomeCustomers?.map((payload) => payload.number) ?? [];
  expect([numbers.filter((one) => one === 1).length, numbers.filter((one) => one === 2).length]).toEqual([1_500, 500]);
  const { items } = await run.engine.getExecutionHistory({
    executionArn: run.executionArn,
    maxResults: 1,
    reverseOrder: true,
  });
  expect(Number(items[0]?.id)).toBeLessThan(25_000);
}, 60_000);
