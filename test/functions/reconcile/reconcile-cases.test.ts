import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { caseStore, fold } from '../../../functions/case/case-store.ts';
import { caseViewStore } from '../../../functions/case/case-view-store.ts';
import { caseWorkflow } from '../../../functions/case/case-workflow.ts';
import { listsStore } from '../../../functions/reconcile/lists-store.ts';
import { reconcileCases } from '../../../functions/reconcile/reconcile-cases.ts';
import { reconciliationStore } from '../../../functions/reconcile/reconciliation-store.ts';
import { runsWorkflow } from '../../../functions/reconcile/runs-workflow.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { hour, instant, minute } from '../../../functions/shared/now.ts';
import { startWaiting } from '../../../functions/task/answer-wait.ts';
import { waitingFor } from '../../../functions/task/wait.ts';
import { waitStore } from '../../../functions/task/wait-store.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { realStepFunctions } from '../../support/real-step-functions.ts';
import { startTables, tableNames } from '../../support/tables.ts';

const { db } = startTables();
const TableName = tableNames.CASE_VIEWS_TABLE;
const cases = caseStore(db, tableNames.CASE_EVENTS_TABLE);
const views = caseViewStore(db, TableName);
const waits = waitStore(db, TableName);
const { clock, engine, client, stateMachineArn } = realStepFunctions(
  Date.parse(monday),
  async ({ caseId, cycle, taskToken }) => {
    const task = f.taskOpened('triage', { in: caseId });
    const waiting = { caseId, waiting: waitingFor.triage(cycle), taskToken, turn: '1' };
    const at = instant(clock.now());
    await startWaiting({ cases, waits, runs: client }, waiting, { by: 'workflow', at }, (current) =>
      current.tasks.length > 0 ? [] : [task],
    );
    await project(caseId);
  },
);
const world = {
  ...{ cases, views, waits, runs: client },
  lists: listsStore(db, TableName),
  reports: reconciliationStore(db, TableName),
  workflow: caseWorkflow(client, { case: stateMachineArn, complaint: `${stateMachineArn}-of-complaints` }),
  stepFunctions: runsWorkflow(client, [stateMachineArn]),
};
const sweep = () => reconcileCases(world, instant(clock.now()));
const runArn = (run: string) => `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${run}`;
const running = () =>
  engine.listExecutions({ stateMachineArn, status: 'RUNNING' }).items.map((one) => one.beginning.name);

/** What the stream does after each event. */
async function project(caseId: string): Promise<void> {
  const events = await cases.history(caseId);
  const current = fold(events);
  await views.project(current, events.length, current.tasks);
}
async function opened({ started = true, passing = hour } = {}): Promise<string> {
  const caseId = newId('case');
  await cases.change(caseId, { by: 'app', at: instant(clock.now()) }, () => [f.opened]);
  await project(caseId);
  if (started) await world.workflow.start(await cases.load(caseId));
  await clock.advance(passing);
  return caseId;
}
const found = async () =>
  (await sweep()).repaired.map(({ caseId, unexplained, repair }) => [caseId, unexplained, repair]);
const triaged = (of: string): CaseFact => ({
  kind: 'task-completed',
  data: { taskId: `${of}.1.triage`, outcome: 'resolved' },
});
const recorded = async (caseId: string) =>
  (await cases.history(caseId)).flatMap(({ fact }) => (fact.kind === 'case-reconciled' ? [fact.data] : []));

// What the last test started comes to its wait before the tables are closed.
afterAll(() => clock.advance(minute));

let caseId: string;
beforeEach(async () => {
  for (const run of running()) engine.stopExecution({ executionArn: runArn(run) });
  for (const row of (await views.list<{ caseId: string }>('status', 'open', { limit: 1000 })).items) {
    await cases.change(row.caseId, { by: 'test', at: monday }, () => [f.closed]);
    await project(row.caseId);
  }
  await clock.advance(hour);
});

test('when each open case has its run and its wait, nothing is touched', async () => {
  caseId = await opened();
  expect(await sweep()).toMatchObject({ open: 1, live: 1, repaired: [], failed: [] });
  expect(await recorded(caseId)).toEqual([]);
});

describe('within one sweep', () => {
  test('a case whose run was never started gets it', async () => {
    caseId = await opened({ started: false });
    expect(await found()).toEqual([[caseId, 'run-missing', 'run-started']]);
    await clock.advance(minute);
    expect(running()).toEqual([`${caseId}-1`]);
    expect(await recorded(caseId)).toEqual([
      { unexplained: 'run-missing', repair: 'run-started', runId: `${caseId}-1` },
    ]);
    await clock.advance(hour);
    expect(await found()).toEqual([]);
  });

  test('of a case whose run was aborted, and nobody was told, a person of operations is asked, once', async () => {
    caseId = await opened();
    engine.stopExecution({ executionArn: runArn(`${caseId}-1`) });
    await clock.advance(hour);
    expect(await found()).toEqual([[caseId, 'run-ended', 'person-asked']]);
    expect((await cases.load(caseId)).tasks.at(-1)).toMatchObject({
      step: 'case-run',
      team: 'operations',
      status: 'open',
    });
    await project(caseId);
    await clock.advance(hour);
    expect(await found(), 'they have it').toEqual([]);
  });

  test('a run that was never told that its triage is done is told', async () => {
    caseId = await opened();
    await cases.change(caseId, { by: 'ann', at: instant(clock.now()) }, () => [triaged(caseId)]);
    await project(caseId);
    await clock.advance(hour);
    expect(await found()).toEqual([[caseId, 'answer-lost', 'run-answered']]);
    expect(running()).toEqual([]);
  });

  test('a run whose token is gone is stuck, and a person is asked', async () => {
    caseId = await opened();
    await cases.change(caseId, { by: 'ann', at: instant(clock.now()) }, () => [triaged(caseId)]);
    await project(caseId);
    const Key = { pk: { S: `wait#${caseId}` }, sk: { S: '1:triage' } };
    await db.send(new DeleteItemCommand({ TableName, Key }));
    await clock.advance(hour);
    expect(await found()).toEqual([[caseId, 'run-stuck', 'person-asked']]);
  });

  test('the older of two runs of a case is stopped', async () => {
    caseId = await opened();
    await cases.change(caseId, { by: 'net', at: instant(clock.now()) }, () => [
      { kind: 'run-restarted', data: { attempt: 2, after: 'x' } },
    ]);
    await world.workflow.start(await cases.load(caseId));
    await clock.advance(hour);
    expect(await found()).toEqual([[caseId, 'run-superseded', 'run-stopped']]);
    expect(running()).toEqual([`${caseId}-1-r2`]);
  });

  test('a run that goes on after its case was closed is stopped', async () => {
    caseId = await opened();
    await cases.change(caseId, { by: 'ann', at: instant(clock.now()) }, () => [f.closed]);
    await project(caseId);
    await clock.advance(hour);
    expect(await found()).toEqual([[caseId, 'run-outlives-case', 'run-stopped']]);
    expect(running()).toEqual([]);
  });

  test.each(['case', '.1.triage'])(
    'a deleted row of %s, by which somebody would have been reminded, is back',
    async (row) => {
      caseId = await opened();
      const sk = row === 'case' ? 'case' : caseId + row;
      await db.send(new DeleteItemCommand({ TableName, Key: { pk: { S: caseId }, sk: { S: sk } } }));
      expect(await found()).toEqual([[caseId, 'not-in-the-lists', 'lists-repaired']]);
      const tasks = await views.list<{ task: { taskId: string } }>('teamTasks', 'cards', { limit: 100 });
      expect(tasks.items.map(({ task }) => task.taskId)).toContain(`${caseId}.1.triage`);
      expect((await views.list('status', 'open', { limit: 10 })).items).toHaveLength(1);
    },
  );

  test('a task whose due time was taken out of the index is due again', async () => {
    caseId = await opened();
    const Key = { pk: { S: caseId }, sk: { S: `${caseId}.1.triage` } };
    await db.send(new UpdateItemCommand({ TableName, Key, UpdateExpression: 'REMOVE dueList, dueAt' }));
    expect(await found()).toEqual([[caseId, 'not-in-the-lists', 'lists-repaired']]);
    expect(await found()).toEqual([]);
  });

  test('a case whose history stands under a published root is left as it is', async () => {
    caseId = await opened();
    const Key = { pk: { S: caseId }, sk: { S: 'case' } };
    await db.send(new UpdateItemCommand({ TableName, Key, UpdateExpression: 'REMOVE headList' }));
    expect(await found()).toEqual([]);
  });
});

test('what happened a moment ago is left alone: its steps are at work', async () => {
  caseId = newId('case');
  await cases.change(caseId, { by: 'app', at: instant(clock.now()) }, () => [f.opened]);
  await project(caseId);
  expect(await found()).toEqual([]);
});

test('who was asked, answered, and left the case with nobody is asked again', async () => {
  caseId = await opened();
  engine.stopExecution({ executionArn: runArn(`${caseId}-1`) });
  await clock.advance(hour);
  await sweep();
  const [, task] = (await cases.load(caseId)).tasks;
  const completed = { taskId: task?.taskId ?? '', outcome: 'handled' } as const;
  await cases.change(caseId, { by: 'ola', at: instant(clock.now()) }, () => [
    { kind: 'task-completed', data: completed },
  ]);
  await cases.change(caseId, { by: 'ann', at: instant(clock.now()) }, () => [triaged(caseId)]);
  await project(caseId);
  await clock.advance(hour);
  expect(await found()).toEqual([[caseId, 'run-ended', 'person-asked']]);
});

test('sixty open cases are all held against their history in two sweeps', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 60; i++) ids.push(await opened({ passing: 0 }));
  await clock.advance(hour);
  for (const id of ids.filter((_, i) => i % 20 === 7))
    await db.send(new DeleteItemCommand({ TableName, Key: { pk: { S: id }, sk: { S: `${id}.1.triage` } } }));
  const repaired = [...(await sweep()).repaired, ...(await sweep()).repaired];
  expect(repaired.map((one) => one.caseId).sort()).toEqual([ids[7], ids[27], ids[47]].sort());
});

test('what the last sweep found can be read', async () => {
  caseId = await opened({ started: false });
  const report = await sweep();
  expect(await world.reports.load()).toEqual(report);
});

describe('what is known is not written again', () => {
  const written = async () => (await world.reports.load())?.at;

  test('when a sweep finds what the last one found, its report stays, and after an hour it is written anew', async () => {
    caseId = await opened();
    await sweep();
    const { at } = await sweep(); // the next round of those that are held against their history begins
    await clock.advance(15 * minute);
    await sweep();
    expect(await written()).toBe(at);
    await clock.advance(45 * minute);
    expect((await sweep()).at).toBe(await written());
    expect(await written()).not.toBe(at);
  });

  test('a case more is told at once, and so is one that was repaired, and that it was', async () => {
    await sweep();
    caseId = await opened({ started: false, passing: 16 * minute });
    const { at, repaired } = await sweep();
    expect(repaired).toHaveLength(1);
    expect(await world.reports.load()).toMatchObject({ at, open: 1, repaired });
    await clock.advance(16 * minute);
    await sweep();
    expect(await world.reports.load()).toMatchObject({ repaired: [], live: 1 });
  });
});
