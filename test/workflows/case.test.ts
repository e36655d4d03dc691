import { expect, test } from 'vitest';
import { answersAfter, fails, never, runWorkflow } from '../support/run-workflow.ts';

const input = { caseId: 'case_1', cycle: 1 };
const plan = { inviteAt: '2027-01-01T00:00:00Z', remindAfterSeconds: 10, reminders: 1, expireAfterSeconds: 10 };
const hour = 3_600_000;
const good = {
  FreezeAccounts: () => ({ accounts: 3, cards: 2 }),
  ReviewCase: () => ({ findings: 0 }),
  OpenTriage: answersAfter(hour, { outcome: 'resolved' }),
  OpenInvestigation: answersAfter(hour, { reviews: 1 }),
  CloseCase: () => plan,
  AskAPerson: answersAfter(hour, { decision: 'retry' }),
};
const straight = ['Freeze accounts', 'Review case', 'Anything suspicious?', 'Triage', 'Close case', 'Survey customer'];

test('a case without anything suspicious is frozen, reviewed, triaged and closed', async () => {
  const run = await runWorkflow('case', { input, functions: good });
  expect(run.visited).toEqual(straight);
  expect(run.status).toBe('SUCCEEDED');
});

test('suspicious transactions are investigated before the triage', async () => {
  const run = await runWorkflow('case', { input, functions: { ...good, ReviewCase: () => ({ findings: 2 }) } });
  expect(run.visited).toEqual([...straight.slice(0, 3), 'Investigate', ...straight.slice(3)]);
  expect(run.calls.OpenInvestigation).toHaveLength(1);
});

test('while the account system is busy, the freeze is tried again and nobody is bothered', async () => {
  const functions = { ...good, FreezeAccounts: fails('AccountServiceUnavailable', 8) };
  const run = await runWorkflow('case', { input, functions });
  expect(run.calls.FreezeAccounts).toHaveLength(9);
  expect(run.calls.AskAPerson).toBeUndefined();
  expect(run.status).toBe('SUCCEEDED');
});

test('when accounts cannot be frozen, a person is asked, and the freeze is tried again', async () => {
  const functions = { ...good, FreezeAccounts: fails('FreezeIncomplete', 1) };
  const run = await runWorkflow('case', { input, functions });
  expect(run.visited).toEqual(['Freeze accounts', 'Ask a person', 'Go on', ...straight]);
  expect(run.calls.AskAPerson?.[0]).toMatchObject({ caseId: 'case_1', cycle: 1, failedStep: 'freeze-accounts' });
});

test('a case of which something is still to be done waits for it and is closed then, and nobody is asked', async () => {
  const CloseCase = fails('CaseHasOpenWork', 1, () => plan);
  const WaitForWork = answersAfter(2 * hour, { outcome: 'over' });
  const run = await runWorkflow('case', { input, functions: { ...good, CloseCase, WaitForWork } });
  expect(run.visited).toEqual([...straight.slice(0, 5), 'Wait for open work', 'Close case', 'Survey customer']);
  expect(run.calls.AskAPerson).toBeUndefined();
});

test('what nobody does for thirty days, though the case cannot be closed without it, is handed to operations', async () => {
  const functions = { ...good, CloseCase: fails('CaseHasOpenWork'), WaitForWork: never, AskAPerson: never };
  const run = await runWorkflow('case', { input, functions, days: 31 });
  expect(run.visited.slice(-2)).toEqual(['Wait for open work', 'Ask a person']);
  expect(run.calls.AskAPerson?.[0]).toMatchObject({ failedStep: 'close-case' });
});

const steps = [
  ['FreezeAccounts', 'freeze-accounts', 'Review case'],
  ['ReviewCase', 'review-case', 'Triage'],
  ['OpenTriage', 'triage', 'Close case'],
  ['CloseCase', 'close-case', 'Closed by hand'],
] as const;

test.each(steps)(
  'when %s fails for good and a person handled it, the case goes on behind it',
  async (step, failedStep, next) => {
    const AskAPerson = answersAfter(hour, { decision: 'handled' });
    const run = await runWorkflow('case', { input, functions: { ...good, [step]: fails('Broken'), AskAPerson } });
    expect(run.calls.AskAPerson?.[0]).toMatchObject({ failedStep });
    expect(run.visited[run.visited.indexOf('Go on') + 1]).toBe(next);
    expect(run.status).toBe('SUCCEEDED');
  },
);

test.each(steps)('when %s fails twice, a person is asked twice', async (step) => {
  const last = good[step];
  const run = await runWorkflow('case', { input, functions: { ...good, [step]: fails('Broken', 2, last) } });
  expect(run.calls.AskAPerson).toHaveLength(2);
  const [first, second] = run.calls.AskAPerson ?? [];
  expect(first?.askedAt).not.toBe(second?.askedAt);
  expect(run.status).toBe('SUCCEEDED');
});

test('a triage that nobody does is handed to operations after thirty days', async () => {
  const run = await runWorkflow('case', {
    input,
    functions: { ...good, OpenTriage: never, AskAPerson: never },
    days: 31,
  });
  expect(run.visited.slice(-2)).toEqual(['Triage', 'Ask a person']);
  expect(run.status).toBe('RUNNING');
});

test('a question that nobody answers ends the run with a name, so that the case is taken over', async () => {
  const functions = { ...good, FreezeAccounts: fails('Broken'), AskAPerson: never };
  const run = await runWorkflow('case', { input, functions, days: 366 });
  expect(run.status).toBe('FAILED');
  expect(run.end?.error).toBe('NobodyAnswered');
});

test('only ids cross the workflow', async () => {
  const run = await runWorkflow('case', { input, functions: { ...good, ReviewCase: () => ({ findings: 1 }) } });
  const names = Object.values(run.calls)
    .flat()
    .flatMap((payload) => Object.keys(payload));
  expect(new Set(names)).toEqual(new Set(['caseId', 'run', 'cycle', 'taskToken', 'turn']));
});
