import { beforeEach, expect, test } from 'vitest';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { goOnWithSurvey } from '../../../functions/survey/go-on-with-survey.ts';
import { surveyWorkflow } from '../../../functions/survey/survey-workflow.ts';
import { askAPerson } from '../../../functions/task/ask-a-person.ts';
import type { Task } from '../../../functions/task/task.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { stepFunctions } from '../../support/step-functions.ts';
import { startTables } from '../../support/tables.ts';
import { openedCase, taskWorld } from '../../support/task-world.ts';

const { db } = startTables();
const plan = { inviteAt: monday, remindAfterSeconds: 60, reminders: 1, expireAfterSeconds: 3600 };
const invitedIn = (round?: number): CaseFact => {
  const first = f.invited();
  return first.kind === 'survey-invited' && round ? { ...first, data: { ...first.data, round } } : first;
};
let runs: ReturnType<typeof stepFunctions>;
let world: ReturnType<typeof taskWorld>;
let caseId: string;
beforeEach(async () => {
  runs = stepFunctions();
  world = taskWorld(db, runs);
  caseId = await openedCase(world);
  await change(f.closed);
});
const change = (...facts: CaseFact[]) => world.cases.change(caseId, { by: 'workflow', at: monday }, () => facts);

/** The run died, somebody was asked and said so. */
async function says(outcome: 'retry' | 'handled', run: string): Promise<void> {
  const asked = await world.cases.change(
    caseId,
    { by: 'net', at: monday },
    askAPerson('survey-customer', run, monday, { cycle: 1 }),
  );
  const task = { ...(asked.tasks.at(-1) as Task), outcome };
  const on = { cases: world.cases, runs: runs.client, machines: { survey: 'arn:stateMachine:survey' } };
  await goOnWithSurvey(on, asked, task, { by: 'net', at: monday });
}
const surveys = async () => (await world.cases.load(caseId)).surveys.map(({ round, status }) => [round, status]);

test('the second measurement whose run died is tried again with what it was begun with', async () => {
  await surveyWorkflow(runs.client, 'survey').start(caseId, { cycle: 1, round: 2 }, plan);
  await change(invitedIn(), invitedIn(2));
  await says('retry', `${caseId}-1-survey-2`);
  expect(runs.started.at(-1)).toEqual({
    name: `${caseId}-1-survey-2-r2`,
    input: { caseId, cycle: 1, round: 2, ...plan },
  });
  expect(await surveys()).toEqual([
    [1, 'invited'],
    [2, 'invited'],
  ]);
});

test.each([
  ['handled', '-1-survey', [[1, 'expired']]],
  ['retry', '-1-survey', [[1, 'expired']]],
] as const)(
  'nobody waits for an answer when somebody says %s of a run that is forgotten',
  async (outcome, run, after) => {
    await change(invitedIn());
    await says(outcome, `${caseId}${run}`);
    expect(await surveys()).toEqual(after);
    expect(runs.started).toEqual([]);
  },
);

test('the round that ends is the one whose run died', async () => {
  await change(invitedIn(), invitedIn(2));
  await says('handled', `${caseId}-1-survey-2-r3`);
  expect(await surveys()).toEqual([
    [1, 'invited'],
    [2, 'expired'],
  ]);
});

test('the survey that ends is that of the cycle it asked about, though the case was taken up again', async () => {
  await change(invitedIn(), f.reopened());
  await says('handled', `${caseId}-1-survey`);
  expect(await surveys()).toEqual([[1, 'expired']]);
});
