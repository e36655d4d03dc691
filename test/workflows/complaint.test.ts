import { expect, test } from 'vitest';
import { answersAfter, type Behaviour, fails, never, runWorkflow } from '../support/run-workflow.ts';

const input = { caseId: 'case_1', cycle: 1 };
const plan = { inviteAt: '2027-01-01T00:00:00Z', remindAfterSeconds: 10, reminders: 1, expireAfterSeconds: 10 };
const hour = 3_600_000;
/** Each stage is done in an hour, with these outcomes one after another. */
const stages = (...outcomes: string[]): Behaviour => {
  let done = 0;
  return (payload, run) => answersAfter(hour, { outcome: outcomes[done++] ?? '' })(payload, run);
};
const good = {
  OpenStage: stages('investigate', 'grounds-found', 'complaint-upheld'),
  ApproveRejection: answersAfter(hour, { decision: 'approved' }),
  CloseCase: () => plan,
  AskAPerson: answersAfter(hour, { decision: 'retry' }),
};
const beginning = ['Acknowledge complaint', 'Assess complaint', 'Needs investigation?'];
const end = ['Close case', 'Survey customer'];

test('a complaint is acknowledged, assessed, investigated, answered and closed', async () => {
  const run = await runWorkflow('complaint', { input, functions: good });
  const worked = ['Investigate complaint', 'Respond to complaint', 'Is it rejected?'];
  expect(run.visited).toEqual([...beginning, ...worked, ...end]);
  expect(run.calls.OpenStage?.map(({ stage }) => stage)).toEqual(['assessing', 'investigating', 'responding']);
  expect(run.calls.ApproveRejection).toBeUndefined();
  expect(run.status).toBe('SUCCEEDED');
});

test('what is clear is answered at once', async () => {
  const OpenStage = stages('answer-at-once', 'complaint-partly-upheld');
  const run = await runWorkflow('complaint', { input, functions: { ...good, OpenStage } });
  expect(run.visited).toEqual([...beginning, 'Respond to complaint', 'Is it rejected?', ...end]);
});

test('a rejection waits for a second person; who refuses it has the complaint answered anew', async () => {
  let decided = 0;
  const decisions = ['rejected', 'approved'];
  const functions = {
    ...good,
    OpenStage: stages('answer-at-once', 'complaint-rejected', 'complaint-rejected'),
    ApproveRejection: ((payload, run) =>
      answersAfter(hour, { decision: decisions[decided++] ?? '' })(payload, run)) as Behaviour,
  };
  const run = await runWorkflow('complaint', { input, functions });
  const round = ['Respond to complaint', 'Is it rejected?', 'Approve rejection', 'Is the rejection approved?'];
  expect(run.visited).toEqual([...beginning, ...round, ...round, ...end]);
});

test('a rejection gets to a second person by whatever way the run comes to close the case', async () => {
  let closes = 0;
  const functions = {
    ...good,
    OpenStage: ((payload, run) =>
      payload.stage === 'responding'
        ? fails('Broken')(payload, run)
        : stages('answer-at-once')(payload, run)) as Behaviour,
    AskAPerson: answersAfter(hour, { decision: 'handled' }),
    CloseCase: ((payload, run) => (closes++ === 0 ? fails('ApprovalNeeded')(payload, run) : plan)) as Behaviour,
  };
  const run = await runWorkflow('complaint', { input, functions });
  const handled = ['Respond to complaint', 'Ask a person', 'Go on'];
  const approved = ['Close case', 'Approve rejection', 'Is the rejection approved?'];
  expect(run.visited).toEqual([...beginning, ...handled, ...approved, ...end]);
  expect(run.calls.AskAPerson).toHaveLength(1);
});

test('a complaint of which something is still to be done waits for it and is closed then, and nobody is asked', async () => {
  const OpenStage = stages('answer-at-once', 'complaint-upheld');
  const CloseCase = fails('CaseHasOpenWork', 1, () => plan);
  const WaitForWork = answersAfter(2 * hour, { outcome: 'over' });
  const run = await runWorkflow('complaint', { input, functions: { ...good, OpenStage, CloseCase, WaitForWork } });
  expect(run.visited).toEqual([
    ...beginning,
    'Respond to complaint',
    'Is it rejected?',
    'Close case',
    'Wait for open work',
    ...end,
  ]);
  expect(run.calls.AskAPerson).toBeUndefined();
});

test('what nobody does for thirty days, though the case cannot be closed without it, is handed to operations', async () => {
  const OpenStage = stages('answer-at-once', 'complaint-upheld');
  const functions = { ...good, OpenStage, CloseCase: fails('CaseHasOpenWork'), WaitForWork: never, AskAPerson: never };
  const run = await runWorkflow('complaint', { input, functions, days: 31 });
  expect(run.visited.slice(-2)).toEqual(['Wait for open work', 'Ask a person']);
  expect(run.calls.AskAPerson?.[0]).toMatchObject({ failedStep: 'close-case' });
});

const steps = [
  ['AcknowledgeComplaint', 'acknowledge-complaint', 'Assess complaint'],
  ['OpenStage', 'assess-complaint', 'Investigate complaint'],
  ['CloseCase', 'close-case', 'Closed by hand'],
] as const;

test.each(steps)(
  'when %s fails for good and a person handled it, the complaint goes on',
  async (step, failed, next) => {
    const AskAPerson = answersAfter(hour, { decision: 'handled' });
    const run = await runWorkflow('complaint', { input, functions: { ...good, [step]: fails('Broken'), AskAPerson } });
    expect(run.calls.AskAPerson?.[0]).toMatchObject({ failedStep: failed });
    expect(run.visited[run.visited.indexOf('Go on') + 1]).toBe(next);
  },
);

test('a decision that nobody takes is handed to operations after thirty days', async () => {
  const functions = { ...good, OpenStage: stages('answer-at-once', 'complaint-rejected'), ApproveRejection: never };
  const run = await runWorkflow('complaint', { input, functions: { ...functions, AskAPerson: never }, days: 32 });
  expect(run.visited.slice(-2)).toEqual(['Approve rejection', 'Ask a person']);
  expect(run.calls.AskAPerson?.[0]).toMatchObject({ failedStep: 'approve-rejection' });
});
