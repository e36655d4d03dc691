import { expect, test } from 'vitest';
import { answersAfter, fails, never, runWorkflow } from '../support/run-workflow.ts';

const input = { caseId: 'case_1', cycle: 1 };
const hour = 3_600_000;

test('the investigation waits for the departments and sums up what they found', async () => {
  const run = await runWorkflow('investigation', {
    input,
    functions: { OpenInvestigation: answersAfter(hour, { reviews: 2 }) },
  });
  expect(run.visited).toEqual(['Work on findings', 'Conclude investigation']);
  expect(run.status).toBe('SUCCEEDED');
});

test('an investigation that stands still for a month is handed to operations', async () => {
  const functions = { OpenInvestigation: never, AskAPerson: never };
  const run = await runWorkflow('investigation', { input, functions, days: 31 });
  expect(run.visited).toEqual(['Work on findings', 'Ask a person']);
});

test('a summary that cannot be written is handed to a person, who may settle it', async () => {
  const functions = {
    OpenInvestigation: answersAfter(hour, { reviews: 1 }),
    ConcludeInvestigation: fails('Broken'),
    AskAPerson: answersAfter(hour, { decision: 'handled' }),
  };
  const run = await runWorkflow('investigation', { input, functions });
  expect(run.visited.slice(-2)).toEqual(['Go on', 'Concluded by hand']);
  expect(run.status).toBe('SUCCEEDED');
});
