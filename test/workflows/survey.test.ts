import { expect, test } from 'vitest';
import { answersAfter, fails, never, type RunningWorkflow, runWorkflow } from '../support/run-workflow.ts';

const day = 86_400_000;
const input = {
  caseId: 'case_1',
  cycle: 1,
  inviteAt: '2026-03-21T08:00:00.000Z',
  remindAfterSeconds: 3 * 86_400,
  expireAfterSeconds: 11 * 86_400,
};

test('a customer who answers is not reminded', async () => {
  const functions = { InviteCustomer: answersAfter(day, { outcome: 'answered' }) };
  const run = await runWorkflow('survey', { input, functions, days: 10 });
  expect(run.visited).toEqual(['Wait for the right moment', 'Invite customer', 'Conclude survey']);
  expect(run.status).toBe('SUCCEEDED');
});

test('a customer who is not asked ends the survey at once', async () => {
  const functions = { InviteCustomer: answersAfter(0, { outcome: 'not-asked' }) };
  const run = await runWorkflow('survey', { input, functions, days: 2 });
  expect(run.visited.at(-1)).toBe('Conclude survey');
});

test('nobody is invited before the time', async () => {
  const run = await runWorkflow('survey', { input, functions: {}, days: 0.9 });
  expect(run.visited).toEqual(['Wait for the right moment']);
  expect(run.calls.InviteCustomer).toBeUndefined();
});

test('a customer who does not answer is reminded once, and the survey expires', async () => {
  const run = await runWorkflow('survey', {
    input,
    functions: { InviteCustomer: never, RemindCustomer: never },
    days: 16,
  });
  expect(run.visited).toEqual([
    'Wait for the right moment',
    'Invite customer',
    'Remind again?',
    'Remind customer',
    'Remind again?',
    'Conclude survey',
  ]);
  expect(run.calls.RemindCustomer).toMatchObject([{ number: 1 }]);
  expect(run.status).toBe('SUCCEEDED');
});

test('an answer to the reminder ends the survey', async () => {
  const functions = { InviteCustomer: never, RemindCustomer: answersAfter(day, { outcome: 'answered' }) };
  const run = await runWorkflow('survey', { input, functions, days: 6 });
  expect(run.visited.slice(-2)).toEqual(['Remind customer', 'Conclude survey']);
  expect(run.status).toBe('SUCCEEDED');
});

test('an invitation that fails for good is handed to a person and tried again', async () => {
  const functions = {
    InviteCustomer: fails('Broken', 1, answersAfter(day, { outcome: 'answered' })),
    AskAPerson: answersAfter(day, { decision: 'retry' }),
  };
  const run = await runWorkflow('survey', { input, functions, days: 6 });
  expect(run.visited.slice(1)).toEqual([
    'Invite customer',
    'Ask a person',
    'Go on',
    'Invite customer',
    'Conclude survey',
  ]);
});

test('a customer is reminded as often as the rules say, each reminder by its number, and no more', async () => {
  const functions = { InviteCustomer: never, RemindCustomer: never };
  const ladder = { ...input, reminders: 3, expireAfterSeconds: 5 * 86_400 };
  const run = await runWorkflow('survey', { input: ladder, functions, days: 16 });
  expect(run.calls.RemindCustomer?.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(run.calls.ConcludeSurvey).toHaveLength(1);
  const none = await runWorkflow('survey', { input: { ...input, reminders: 0 }, functions, days: 16 });
  expect(none.visited.slice(-2)).toEqual(['Remind again?', 'Conclude survey']);
  expect(none.calls.RemindCustomer).toBeUndefined();
});

test('a customer is not asked at night, but in the morning, and the night costs one wait', async () => {
  let asked = 0;
  const functions = {
    InviteCustomer: (payload: { taskToken?: string }, run: RunningWorkflow) => {
      if (asked++ === 0) throw Object.assign(new Error('2026-03-22T04:30:00.000Z'), { name: 'AskLater' });
      return answersAfter(day, { outcome: 'answered' })(payload, run);
    },
  };
  const run = await runWorkflow('survey', { input, functions, days: 6 });
  expect(run.visited).toEqual([
    'Wait for the right moment',
    'Invite customer',
    'Wait until it suits',
    'Invite customer',
    'Conclude survey',
  ]);
  const entered = run.events.find(({ stateExitedEventDetails: left }) => left?.name === 'Wait until it suits');
  expect(entered?.timestamp).toBe(Date.parse('2026-03-22T04:30:00Z'));
});

test('a second round asks, reminds and concludes as the second', async () => {
  const functions = { InviteCustomer: never, RemindCustomer: never };
  const run = await runWorkflow('survey', { input: { ...input, round: 2 }, functions, days: 16 });
  for (const calls of [run.calls.InviteCustomer, run.calls.RemindCustomer, run.calls.ConcludeSurvey])
    expect(calls).toMatchObject([{ cycle: 1, round: 2 }]);
});
