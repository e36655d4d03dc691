import { expect, test } from 'vitest';
import { decideApproval } from '../../../functions/approval/decide-approval.ts';
import { cancelCase } from '../../../functions/case/cancel-case.ts';
import { caseStore } from '../../../functions/case/case-store.ts';
import { closeCase } from '../../../functions/case/close-case.ts';
import { keepNote } from '../../../functions/case/note.ts';
import { acknowledgeComplaint } from '../../../functions/complaint/acknowledge-complaint.ts';
import { approveRejection } from '../../../functions/complaint/approve-rejection.ts';
import { openStage } from '../../../functions/complaint/open-stage.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { startWaiting } from '../../../functions/task/answer-wait.ts';
import { completeTask } from '../../../functions/task/complete-task.ts';
import type { Outcome } from '../../../functions/task/task.ts';
import { waitingFor } from '../../../functions/task/wait.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { stepFunctions } from '../../support/step-functions.ts';
import { startTables, tableNames } from '../../support/tables.ts';
import { taskWorld } from '../../support/task-world.ts';
import { mia, teams } from '../../support/teams.ts';

// Each step of a complaint, and giving a case up, by a process that is killed at every call it makes, and then again.

const { db } = startTables();
const cases = caseStore(db, tableNames.CASE_EVENTS_TABLE);
const change = { by: 'workflow', at: monday };
const kindsOf = async (caseId: string) => (await cases.history(caseId)).map(({ fact }) => fact.kind);

type World = ReturnType<typeof taskWorld>;
type Act = (world: World, caseId: string) => Promise<unknown>;

const decides =
  (decide: (caseId: string) => Parameters<World['cases']['change']>[2], by = 'workflow'): Act =>
  (world, caseId) =>
    world.cases.change(caseId, { by, at: monday, command: { id: `${caseId}.${by}`, hash: 'h' } }, decide(caseId));
const waits =
  (stage: 'assessing' | 'responding'): Act =>
  (world, caseId) => {
    const waiting = waitingFor.stage(1, stage);
    const token = { caseId, waiting, taskToken: `${caseId}.${stage}`, turn: '1' };
    return startWaiting(world, token, change, openStage(stage, monday, 1));
  };
const completes = (kind: 'complaint-assessment' | 'complaint-response', outcome: Outcome, by: string) =>
  decides((caseId) => completeTask({ taskId: f.taskId(kind, caseId), outcome }, by), by);

const steps: [name: string, act: Act][] = [
  ['acknowledging it', (world, caseId) => world.cases.change(caseId, change, acknowledgeComplaint(monday, 1))],
  ['asking for an assessment', waits('assessing')],
  ['assessing it', completes('complaint-assessment', 'answer-at-once', 'amy')],
  ['asking for an answer', waits('responding')],
  ['answering it', completes('complaint-response', 'complaint-rejected', 'ann')],
  ['asking a second person', (world, caseId) => world.cases.change(caseId, change, approveRejection(1))],
  [
    'deciding',
    decides(
      (caseId) => decideApproval({ approvalId: f.approvalId(1, caseId), decision: 'approved' }, mia, teams),
      'mia',
    ),
  ],
  ['closing it', (world, caseId) => world.cases.change(caseId, change, closeCase('complaint-rejected', monday))],
];

test.each(steps)('a complaint whose %s is killed at every call is answered once, by two people', async (_, killed) => {
  const calls = await killedAtEveryCall(async (kill, where) => {
    const caseId = newId('case');
    await cases.change(caseId, change, () => [f.complained]);
    const runs = stepFunctions();
    for (const [, act] of steps) {
      if (act === killed) await act(taskWorld(kill(db), runs), caseId).catch(() => undefined);
      await act(taskWorld(db, runs), caseId);
    }
    expect(await kindsOf(caseId), where).toEqual([
      ...['case-opened', 'complaint-acknowledged', 'complaint-stage-reached', 'task-opened', 'task-completed'],
      ...['complaint-stage-reached', 'task-opened', 'task-completed'],
      ...['approval-requested', 'approval-decided', 'case-closed'],
    ]);
  });
  expect(calls).toBeGreaterThanOrEqual(2);
});

test('a cancellation that is killed at every call is there once when the same request comes again, with its note', async () => {
  const calls = await killedAtEveryCall(async (kill, where) => {
    const caseId = newId('case');
    await cases.change(caseId, change, () => [f.opened, f.freezePlanned('acc_1'), f.frozen('acc_1')]);
    const command = { id: newId('k'), hash: 'h' };
    const by = { by: 'ann', at: monday, command };
    const request = async ({ cases: mortal, vault }: ReturnType<typeof taskWorld>) => {
      const noteId = await keepNote(vault, 'cus_amir', 'It was in the car.', command);
      return mortal.change(caseId, by, cancelCase({ reason: 'opened-by-mistake', accounts: 'unfreeze', noteId }));
    };
    await request(taskWorld(kill(db))).catch(() => undefined);
    const current = await request(taskWorld(db));
    expect(current, where).toMatchObject({ status: 'cancelled', approvals: [{ requestedBy: 'ann' }] });
    expect((await kindsOf(caseId)).filter((kind) => kind === 'case-cancelled')).toHaveLength(1);
    expect((await cases.history(caseId)).filter(({ fact }) => fact.kind === 'approval-requested')).toEqual([]);
  });
  expect(calls).toBeGreaterThanOrEqual(3);
});
