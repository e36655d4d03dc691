import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import type { Decide } from '../../../functions/case/case-store.ts';
import { after, hour } from '../../../functions/shared/now.ts';
import { answerWait, startWaiting } from '../../../functions/task/answer-wait.ts';
import { askAPerson } from '../../../functions/task/ask-a-person.ts';
import { completeAndGoOn } from '../../../functions/task/complete-and-go-on.ts';
import { openInvestigation } from '../../../functions/task/open-investigation.ts';
import { openTriage } from '../../../functions/task/open-triage.ts';
import type { Outcome, Step, TaskKind } from '../../../functions/task/task.ts';
import { type Waiting, waitingFor } from '../../../functions/task/wait.ts';
import { Killed, killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { stepFunctions } from '../../support/step-functions.ts';
import { startTables } from '../../support/tables.ts';
import { openedCase, taskWorld } from '../../support/task-world.ts';

const { db } = startTables();
const change = { by: 'workflow', at: monday };
const triage = waitingFor.triage(1);

let runs: ReturnType<typeof stepFunctions>;
let world: ReturnType<typeof taskWorld>;
let caseId: string;
beforeEach(async () => {
  runs = stepFunctions();
  world = taskWorld(db, runs);
  caseId = await openedCase(world);
});

const wait = (
  taskToken: string,
  on = world,
  waiting: Waiting = triage,
  decide: Decide = openTriage(monday),
  turn = '',
) => startWaiting(on, { caseId, waiting, taskToken, turn }, change, decide);
const complete = (kind: TaskKind = 'triage', outcome: Outcome = 'resolved', on = world, by = 'ann') =>
  completeAndGoOn(on, { taskId: f.taskId(kind, caseId), outcome }, { by, at: monday }, () => undefined);
const happened = (...facts: CaseFact[]) => world.cases.change(caseId, change, () => facts);
const handled = (step: Step, id: string): CaseFact[] => [
  f.taskOpened('failed-step', { id, step }),
  { kind: 'task-completed', data: { taskId: id, outcome: 'handled' } },
];
const told = { token: 'token', output: { outcome: 'resolved' } };

describe('a run that waits for a task', () => {
  test('is told when somebody completes it, and its token is forgotten', async () => {
    await wait('token');
    expect(runs.answers).toEqual([]);
    await complete();
    expect(runs.answers).toEqual([told]);
    expect(await world.waits.token(caseId, triage)).toBeUndefined();
  });

  test('is told at once when the task was completed before it began to wait', async () => {
    await happened(f.taskOpened('triage', { in: caseId }));
    await complete();
    await wait('token');
    expect(runs.answers).toEqual([told]);
  });

  test.each([
    ['triage', triage, openTriage(monday), { outcome: 'over' }],
    ['work-on-findings', waitingFor.findings(1), openInvestigation(monday), { reviews: 1 }],
  ] as const)(
    'is told at once when somebody had seen to the step %s of an earlier run',
    async (step, waiting, decide, output) => {
      await happened(f.reviewed({ transactionId: 'tx_1', rule: 'paid-abroad', department: 'fraud' }));
      await wait('first', world, waiting, decide);
      await happened(...handled(step, `${caseId}.1.failed-${step}.1`));
      const { tasks } = await world.cases.load(caseId);
      expect(tasks.map(({ status }) => status)).toEqual(['withdrawn', 'completed']);
      await wait('second', world, waiting, decide);
      expect(runs.answers).toEqual([{ token: 'second', output }]);
    },
  );

  test('asks nobody for a step that was handled before anybody was asked', async () => {
    await happened(
      f.reviewed({ transactionId: 'tx_1', rule: 'paid-abroad', department: 'fraud' }),
      ...handled('triage', `${caseId}.1.failed-triage.1`),
    );
    await wait('token');
    expect(runs.answers).toEqual([{ token: 'token', output: { outcome: 'over' } }]);
    expect((await world.cases.load(caseId)).tasks).toHaveLength(1);
  });

  test('is told exactly once when both happen at the same moment', async () => {
    for (let i = 0; i < 8; i++) {
      caseId = await openedCase(world);
      await happened(f.taskOpened('triage', { in: caseId }));
      await Promise.all([wait(`token-${i}`), complete()]);
      expect(runs.answers).toHaveLength(i + 1);
    }
  });

  test('is told under its new token when the state was tried again', async () => {
    await wait('old');
    await wait('token');
    await complete();
    expect(runs.answers).toEqual([told]);
  });
});

describe('a token that is good no more', () => {
  test('is not kept over a later one, however late its attempt comes to keep it', async () => {
    await wait('second', world, triage, openTriage(monday), '2026-11-23T09:00:00.000Z#1');
    await wait('first', world, triage, openTriage(monday), '2026-11-23T09:00:00.000Z#0');
    await complete();
    expect(runs.answers).toEqual([{ ...told, token: 'second' }]);
  });

  test('is no error for the person who completes the task too late', async () => {
    await wait('token');
    runs.expire('token');
    expect((await complete()).tasks).toMatchObject([{ status: 'completed' }]);
    expect(runs.answers).toEqual([]);
    expect(await world.waits.token(caseId, triage)).toBeUndefined();
  });

  test('does not take the wait of a later attempt with it', async () => {
    await wait('old');
    await happened({ kind: 'task-completed', data: { taskId: f.taskId('triage', caseId), outcome: 'resolved' } });
    await world.waits.forget(caseId, triage, 'another');
    expect(await world.waits.token(caseId, triage)).toBe('old');
  });
});

test('the completion counts though the run can not be told, and the run is told later', async () => {
  await wait('token');
  runs.goDown();
  const current = await complete();
  expect(current.tasks).toMatchObject([{ status: 'completed', completedBy: 'ann' }]);
  runs.comeBack();
  await answerWait(world, current, triage);
  expect(runs.answers).toEqual([told]);
});

test('an investigation goes on when the last of its tasks is completed', async () => {
  const finding = (department: 'fraud' | 'disputes') => ({ transactionId: 'tx_1', rule: 'r', department });
  await happened(f.reviewed(finding('fraud'), finding('disputes')));
  await wait('token', world, waitingFor.findings(1), openInvestigation(monday));
  await complete('fraud-review', 'legitimate');
  expect(runs.answers).toEqual([]);
  await complete('dispute-review', 'refund');
  expect(runs.answers).toEqual([{ token: 'token', output: { reviews: 2 } }]);
});

/** Answers the questions about a step, by their numbers. */
const answered = (step: Step) => (n: number, outcome: Outcome) => {
  const taskId = `${caseId}.1.failed-${step}.${n}`;
  return completeAndGoOn(world, { taskId, outcome }, { by: 'ann', at: monday }, () => undefined);
};

test('a failed step is tried again when a person says so, and each failure is its own question', async () => {
  const step = waitingFor.step(1, 'review-case');
  const ask = (at: string, token: string) => wait(token, world, step, askAPerson('review-case', at, at));
  const decide = answered('review-case');
  await ask(monday, 'first');
  await decide(1, 'retry');
  await ask(after(monday, hour), 'second');
  expect(runs.answers).toEqual([{ token: 'first', output: { decision: 'retry' } }]);
  await decide(2, 'handled');
  expect(runs.answers[1]).toEqual({ token: 'second', output: { decision: 'handled' } });
});

test('an answer that is sent again after the step has failed again is no answer to the new question', async () => {
  const ask = (at: string, token: string) =>
    wait(token, world, waitingFor.step(1, 'review-case'), askAPerson('review-case', at, at));
  const retry = { taskId: `${caseId}.1.failed-review-case.1`, outcome: 'retry' } as const;
  const command = { id: 'key-1', hash: 'hash' };
  const send = () => completeAndGoOn(world, retry, { by: 'ann', at: monday, command }, () => undefined);
  await ask(monday, 'first');
  await send();
  await ask(after(monday, hour), 'second');
  await send();
  expect(runs.answers).toEqual([{ token: 'first', output: { decision: 'retry' } }]);
});

test('two surveys of a case whose invitation failed: each waits for its own answer', async () => {
  const ask = (round: number, token: string) => {
    const decide = askAPerson('invite-customer', after(monday, round * hour), monday, { cycle: 1, round });
    return wait(token, world, waitingFor.step(1, 'invite-customer', round), decide);
  };
  const decide = answered('invite-customer');
  await ask(1, 'first');
  await ask(2, 'second');
  await decide(2, 'retry');
  await decide(1, 'handled');
  expect(runs.answers).toEqual([
    { token: 'second', output: { decision: 'retry' } },
    { token: 'first', output: { decision: 'handled' } },
  ]);
});

describe('killed at any call', () => {
  test('a step that begins to wait, started again, opens one task and is told once', async () => {
    await killedAtEveryCall(async (kill, where) => {
      caseId = await openedCase(world);
      const before = runs.answers.length;
      await wait('dead', taskWorld(kill(db), runs)).catch(expectKilled);
      await wait(`token-${where}`);
      await complete();
      expect((await world.cases.load(caseId)).tasks, where).toHaveLength(1);
      expect(runs.answers.slice(before), where).toEqual([{ ...told, token: `token-${where}` }]);
    });
  });

  test('a completion that is sent again counts once, and the run is told once', async () => {
    await killedAtEveryCall(async (kill, where) => {
      caseId = await openedCase(world);
      const before = runs.answers.length;
      await wait(`token-${where}`);
      await complete('triage', 'resolved', taskWorld(kill(db), runs)).catch(expectKilled);
      await complete();
      const kinds = (await world.cases.history(caseId)).map((event) => event.fact.kind);
      expect(kinds, where).toEqual(['case-opened', 'task-opened', 'task-completed']);
      expect(runs.answers.slice(before), where).toHaveLength(1);
    });
  });

  const expectKilled = (error: unknown) => expect(error).toBeInstanceOf(Killed);
});

test('two people who complete a task at once: one does, the other is told who it was', async () => {
  await wait('token');
  const both = await Promise.allSettled([complete(), complete('triage', 'resolved', world, 'ben')]);
  const refused = both.filter((one) => one.status === 'rejected');
  expect(refused).toHaveLength(1);
  expect(refused[0]?.reason).toMatchObject({ name: 'TaskAlreadyCompleted' });
  expect(runs.answers).toHaveLength(1);
});

test('the oldest wait that is not answered is known', async () => {
  await wait('token');
  expect(await world.waits.oldest()).toBe(monday);
});
