import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../functions/case/case-fact.ts';
import { InvalidRequest, TaskAlreadyCompleted, TaskNotFound, TaskTaken } from '../../../functions/shared/errors.ts';
import { mustSeeTask } from '../../../functions/task/access.ts';
import { askAPerson } from '../../../functions/task/ask-a-person.ts';
import { claimTask } from '../../../functions/task/claim-task.ts';
import { completeTask } from '../../../functions/task/complete-task.ts';
import { concludeInvestigation } from '../../../functions/task/conclude-investigation.ts';
import { openInvestigation } from '../../../functions/task/open-investigation.ts';
import { openTriage } from '../../../functions/task/open-triage.ts';
import { type Outcome, TaskKind, taskKinds } from '../../../functions/task/task.ts';
import { answerTo, waitingFor } from '../../../functions/task/wait.ts';
import * as f from '../../support/facts.ts';
import { caseId, given, monday } from '../../support/given.ts';

const triage = f.taskId('triage');
const open = given(f.opened, f.taskOpened('triage'));
const claimed = given(f.opened, f.taskOpened('triage'), f.claimed('triage', 'ann'));
const done = given(
  f.opened,
  f.taskOpened('triage'),
  f.claimed('triage', 'ann'),
  f.completed('triage', 'resolved', 'ann'),
);

describe('claiming a task', () => {
  test('makes it one’s own, and doing so again changes nothing', () => {
    expect(claimTask(triage, 'ann')(open)).toEqual([{ kind: 'task-claimed', data: { taskId: triage } }]);
    expect(claimTask(triage, 'ann')(claimed)).toEqual([]);
  });

  test('somebody else is told who has it', () => {
    expect(() => claimTask(triage, 'ben')(claimed)).toThrow(new TaskTaken(triage, 'ann'));
  });

  test('after its completion tells who completed it', () => {
    expect(() => claimTask(triage, 'ann')(done)).toThrow(new TaskAlreadyCompleted(triage, 'ann', 'resolved'));
  });

  test('that does not exist is refused', () => {
    expect(() => claimTask(f.taskId('fraud-review'), 'ann')(open)).toThrow(TaskNotFound);
    expect(() => claimTask(triage, 'ann')(given())).toThrow(TaskNotFound);
  });
});

describe('completing a task', () => {
  const complete = (by: string, outcome: Outcome = 'resolved') => completeTask({ taskId: triage, outcome }, by);

  test('needs no claim, but another’s claim is respected', () => {
    expect(complete('ann')(open)).toMatchObject([{ kind: 'task-completed', data: { outcome: 'resolved' } }]);
    expect(complete('ann')(claimed)).toHaveLength(1);
    expect(() => complete('ben')(claimed)).toThrow(new TaskTaken(triage, 'ann'));
  });

  test('by the same person with the same outcome again changes nothing', () => {
    expect(complete('ann')(done)).toEqual([]);
  });

  test('a second person is told by whom it was completed, and with what outcome', () => {
    expect(() => complete('ben')(done)).toThrow(new TaskAlreadyCompleted(triage, 'ann', 'resolved'));
  });

  test('nobody changes their mind afterwards', () => {
    expect(() => complete('ann', 'fraud-confirmed')(done)).toThrow(TaskAlreadyCompleted);
  });

  test.each(TaskKind.options)('a task of kind %s takes its own outcomes and no other', (kind) => {
    const current = given(f.opened, f.taskOpened(kind));
    const outcomes = Object.values(taskKinds).flatMap((one): Outcome[] => [...one.outcomes]);
    const own: readonly Outcome[] = taskKinds[kind].outcomes;
    for (const outcome of outcomes) {
      const decide = () => completeTask({ taskId: f.taskId(kind), outcome }, 'ann')(current);
      if (own.includes(outcome)) expect(decide()).toHaveLength(1);
      else expect(decide).toThrow(InvalidRequest);
    }
  });
});

describe('a question about the run of a case', () => {
  const asked = (step: 'case-run' | 'close-case') => [f.opened, f.taskOpened('failed-step', { step })] as const;
  const answer = (outcome: Outcome) => completeTask({ taskId: f.taskId('failed-step'), outcome }, 'omid');

  test.each(['case-run', 'close-case'] as const)(
    'of kind %s is not handled while the case is open, or it would stay open for ever',
    (step) => {
      expect(() => answer('handled')(given(...asked(step)))).toThrow(InvalidRequest);
      expect(answer('retry')(given(...asked(step)))).toHaveLength(1);
      expect(answer('handled')(given(...asked(step), f.closed))).toHaveLength(1);
    },
  );
});

describe('who sees a task', () => {
  const teams = [{ team: 'cards', manager: 'mia', members: ['ann'] }];
  const seenBy = (id: string, scope: 'own' | 'team' | 'any') =>
    mustSeeTask(open, triage, teams, { caller: { id, roles: [] }, scope });

  test('its team and the team’s manager, and who may see all', () => {
    expect(seenBy('ann', 'team').taskId).toBe(triage);
    expect(seenBy('mia', 'team').taskId).toBe(triage);
    expect(seenBy('adam', 'any').taskId).toBe(triage);
  });

  test('for everybody else it is not there', () => {
    expect(() => seenBy('ben', 'team')).toThrow(TaskNotFound);
    expect(() => seenBy('ben', 'own')).toThrow(TaskNotFound);
  });
});

describe('a person is asked about a step that failed for good', () => {
  const first = '2026-11-23T09:01:00.000Z';
  const second = '2026-11-23T10:00:00.000Z';
  const task = (n: number, askedAt: string) =>
    f.taskOpened('failed-step', { id: `${caseId}.1.failed-review-case.${n}`, step: 'review-case', askedAt });
  const ask = (askedAt: string) => askAPerson('review-case', askedAt, monday);
  const answered = given(f.opened, task(1, first), f.completed(`${caseId}.1.failed-review-case.1`, 'retry'));

  test('as a task of operations', () => {
    expect(ask(first)(given(f.opened))).toEqual([
      {
        kind: 'task-opened',
        data: {
          taskId: `${caseId}.1.failed-review-case.1`,
          kind: 'failed-step',
          team: 'operations',
          step: 'review-case',
          askedAt: first,
          dueAt: '2026-11-23T17:00:00.000Z',
        },
      },
    ]);
  });

  test('once, however often the question is put', () => {
    expect(ask(first)(given(f.opened, task(1, first)))).toEqual([]);
    expect(ask(first)(answered)).toEqual([]);
  });

  test('anew when it failed again after their answer', () => {
    expect(ask(second)(answered)).toMatchObject([{ data: { taskId: `${caseId}.1.failed-review-case.2` } }]);
  });

  test('but not a second time while the first question is open', () => {
    expect(ask(second)(given(f.opened, task(1, first)))).toEqual([]);
  });

  test('but not about a case that was closed meanwhile, unless it is about its survey', () => {
    const closed = given(f.opened, f.closed);
    expect(askAPerson('work-on-findings', 'then', monday)(closed)).toEqual([]);
    expect(answerTo(waitingFor.step(1, 'work-on-findings'), closed)).toEqual({ decision: 'handled' });
    expect(askAPerson('invite-customer', 'then', monday)(closed)).toHaveLength(1);
    expect(askAPerson('close-case', 'then', monday)(closed)).toHaveLength(1);
  });

  test('about each step by itself', () => {
    expect(askAPerson('freeze-accounts', first, monday)(answered)).toHaveLength(1);
  });
});

describe('investigating', () => {
  const finding = (transactionId: string, department: Finding['department'], rule = 'r'): Finding => ({
    transactionId,
    rule,
    department,
  });
  const found = f.reviewed(finding('tx_1', 'fraud'), finding('tx_2', 'disputes'), finding('tx_3', 'fraud'));

  test('gives each department one task with all that it has to look at', () => {
    expect(openInvestigation(monday)(given(f.opened, found))).toMatchObject([
      { kind: 'investigation-opened' },
      { kind: 'task-opened', data: { kind: 'fraud-review', team: 'fraud', concerns: ['tx_1', 'tx_3'] } },
      { kind: 'task-opened', data: { kind: 'dispute-review', team: 'disputes', concerns: ['tx_2'] } },
    ]);
  });

  test('begun and interrupted, goes on with what is missing', () => {
    const begun = given(f.opened, found, f.investigationOpened, f.taskOpened('fraud-review'));
    expect(openInvestigation(monday)(begun)).toMatchObject([{ data: { kind: 'dispute-review' } }]);
    const all = given(
      f.opened,
      found,
      f.investigationOpened,
      f.taskOpened('fraud-review'),
      f.taskOpened('dispute-review'),
    );
    expect(openInvestigation(monday)(all)).toEqual([]);
  });

  test('is summed up once', () => {
    const worked = [
      f.opened,
      f.investigationOpened,
      f.taskOpened('fraud-review'),
      f.completed('fraud-review', 'fraud'),
      f.taskOpened('dispute-review'),
      f.completed('dispute-review', 'rejected'),
    ];
    const concluded = concludeInvestigation()(given(...worked));
    expect(concluded).toEqual([{ kind: 'investigation-concluded', data: { cycle: 1, fraud: 1, refunds: 0 } }]);
    expect(concludeInvestigation()(given(...worked, ...concluded))).toEqual([]);
  });
});

test('triage is opened once, due in two days', () => {
  expect(openTriage(monday)(given(f.opened))).toMatchObject([{ data: { dueAt: '2026-11-25T09:00:00.000Z' } }]);
  expect(openTriage(monday)(open)).toEqual([]);
});
