import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { mustBeWorkedOn } from '../../../functions/case/wait-for-work.ts';
import { unexplainedOf } from '../../../functions/reconcile/explain.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { startWaiting } from '../../../functions/task/answer-wait.ts';
import { completeAndGoOn } from '../../../functions/task/complete-and-go-on.ts';
import { waitingFor } from '../../../functions/task/wait.ts';
import * as f from '../../support/facts.ts';
import { followWorld } from '../../support/follow-world.ts';
import { given, type Happened, monday } from '../../support/given.ts';
import { append, bringLast } from '../../support/happening.ts';
import { stepFunctions } from '../../support/step-functions.ts';
import { startTables } from '../../support/tables.ts';
import { openedCase } from '../../support/task-world.ts';

const { db } = startTables();
const change = { by: 'workflow', at: monday };
const waiting = waitingFor.work(1);
const child = newId('case');

let runs: ReturnType<typeof stepFunctions>;
let world: ReturnType<typeof followWorld>;
let caseId: string;
beforeEach(async () => {
  runs = stepFunctions();
  world = followWorld(db, runs);
  caseId = await openedCase(world);
  await happens(f.freezeCompleted, f.reviewed(), f.taskOpened('triage', { in: caseId }));
  await happens(f.completed(f.taskId('triage', caseId), 'resolved'));
});

const happens = (...facts: Happened[]) => append(world, caseId, ...facts);
/** The run cannot close its case, and waits. */
const wait = () => startWaiting(world, { caseId, waiting, taskToken: 'token', turn: '' }, change, mustBeWorkedOn);
const told = [{ token: 'token', output: { outcome: 'over' } }];

const more = (): CaseFact => f.taskOpened('follow-up', { in: caseId });
const approval = (): string => f.approvalId(1, caseId);
const question = (): string => `${caseId}.1.failed-unfreeze-accounts.1`;
const linked: CaseFact = { kind: 'case-linked', data: { caseId: child, as: 'parent' } };

describe('a case that is decided on while something is still to be done', () => {
  test('is closed when what a colleague asked for is done', async () => {
    await happens(more());
    await wait();
    expect(runs.answers).toEqual([]);
    const done = { taskId: f.taskId('follow-up', caseId), outcome: 'done' } as const;
    await completeAndGoOn(world, done, { by: 'fiona', at: monday }, () => undefined);
    expect(runs.answers).toEqual(told);
  });

  test('is closed at once when that was done meanwhile', async () => {
    await happens(more(), f.completed(f.taskId('follow-up', caseId), 'done'));
    await wait();
    expect(runs.answers).toEqual(told);
  });

  const ends: [what: string, open: () => Happened[], over: () => Happened][] = [
    [
      'what a colleague asked for is done, though the answer was lost',
      () => [more()],
      () => f.completed(f.taskId('follow-up', caseId), 'done'),
    ],
    [
      'a second person refuses what was asked of them',
      () => [f.asked(f.goodwill(90_00), 'ann', approval())],
      () => f.decided('rejected', 'mia', approval()),
    ],
    [
      'a payment that was approved is made',
      () => [f.asked(f.goodwill(90_00), 'ann', approval()), f.decided('approved', 'mia', approval())],
      () => ({
        kind: 'goodwill-granted',
        data: { amount: 90_00, currency: 'EUR', approvalId: approval() },
      }),
    ],
    [
      'operations have seen to an account that could not be unfrozen',
      () => [f.taskOpened('failed-step', { id: question(), step: 'unfreeze-accounts' })],
      () => f.completed(question(), 'handled'),
    ],
    [
      'its last child is closed',
      () => [linked],
      () => ({ kind: 'linked-case-changed', data: { caseId: child, standing: 'closed' } }),
    ],
    [
      'its last child is taken off',
      () => [linked],
      () => ({ kind: 'case-unlinked', data: { caseId: child, as: 'parent' } }),
    ],
    ['somebody closes it by hand', () => [more()], () => ({ by: 'ann', fact: f.closed })],
  ];
  test.each(ends)('goes on when %s', async (_, open, over) => {
    await happens(...open());
    await wait();
    await bringLast(world, caseId);
    expect(runs.answers).toEqual([]);
    await happens(over());
    await bringLast(world, caseId);
    expect(runs.answers).toEqual(told);
  });

  test('waits for the last of several things', async () => {
    await happens(more(), linked);
    await wait();
    await happens({ kind: 'linked-case-changed', data: { caseId: child, standing: 'closed' } });
    await bringLast(world, caseId);
    expect(runs.answers).toEqual([]);
  });

  test('is not stuck while it waits, and is when its run has not got so far', () => {
    const asked = f.asked(f.goodwill(90_00));
    const decided = [
      f.opened,
      f.freezeCompleted,
      f.reviewed(),
      f.taskOpened('triage'),
      f.completed('triage', 'resolved'),
    ];
    expect(unexplainedOf(given(...decided, asked), 'RUNNING')).toBeUndefined();
    expect(unexplainedOf(given(...decided), 'RUNNING')).toMatchObject({ unexplained: 'run-stuck' });
    expect(unexplainedOf(given(f.opened, asked), 'RUNNING')).toMatchObject({ unexplained: 'run-stuck' });
  });

  test('asks operations when nobody works on what is left', async () => {
    await happens(f.freezePlanned('acc_1'), f.freezeRefused('acc_1'));
    await expect(wait()).rejects.toMatchObject({ name: 'CaseHasOpenWork' });
  });
});
