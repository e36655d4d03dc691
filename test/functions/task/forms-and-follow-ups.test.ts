import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { openWork } from '../../../functions/case/open-work.ts';
import { CaseIsClosed, InvalidRequest } from '../../../functions/shared/errors.ts';
import { hour, after as later } from '../../../functions/shared/now.ts';
import { TaskBlocked } from '../../../functions/shared/team-errors.ts';
import { claimTask } from '../../../functions/task/claim-task.ts';
import { type Completion, completeTask } from '../../../functions/task/complete-task.ts';
import { type FollowUp, openFollowUp } from '../../../functions/task/open-follow-up.ts';
import { showTaskKinds } from '../../../functions/task/show-task-kinds.ts';
import { TaskKind } from '../../../functions/task/task.ts';
import * as f from '../../support/facts.ts';
import { given, type Happened, monday } from '../../support/given.ts';
import { teams } from '../../support/teams.ts';

const review = f.taskId('fraud-review');
const opened = [f.opened, f.taskOpened('fraud-review')];
const complete = (more: Partial<Completion>) =>
  completeTask({ taskId: review, outcome: 'fraud', ...more }, 'ben')(given(...opened));
const refused = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof InvalidRequest) return error.details.errors;
    throw error;
  }
  return [];
};

describe('a task is completed with its form', () => {
  const form = { pattern: 'copied-card', atRisk: { amount: 12_000, currency: 'EUR' } };

  test('and with what was looked at, and both stand in the case', () => {
    const facts = complete({ form, evidence: ['tx_1', 'doc_7'] });
    expect(facts).toMatchObject([{ data: { form, evidence: ['tx_1', 'doc_7'] } }]);
    expect(given(...opened, ...facts).tasks).toMatchObject([
      { status: 'completed', form, evidence: ['tx_1', 'doc_7'] },
    ]);
  });

  test('or without: nothing of it has to be filled in', () => {
    expect(complete({})).toEqual([{ kind: 'task-completed', data: { taskId: review, outcome: 'fraud' } }]);
  });

  test.each([
    ['an answer that is none of the choices', { pattern: 'bad luck' }, 'form.pattern'],
    ['a field of another kind of task', { merchantAsked: true }, 'form.merchantAsked'],
    ['an amount that is none', { atRisk: { amount: 1.5, currency: 'EUR' } }, 'form.atRisk.amount'],
    ['a text: what somebody writes is a note', { pattern: 'stolen-card', comment: 'Amir called' }, 'form.comment'],
  ])('but not with %s, and the field is named', (_, wrong, field) => {
    expect(refused(() => complete({ form: wrong })).map((one) => one.field)).toEqual([field]);
  });
});

describe('the kinds of tasks', () => {
  test('are told to clients, each with its outcomes and a form they can check by themselves', () => {
    const kinds = showTaskKinds();
    expect(kinds.map(({ kind }) => kind)).toEqual(TaskKind.options);
    const { form, outcomes } = kinds.find(({ kind }) => kind === 'fraud-review') ?? {};
    expect(outcomes).toEqual(['fraud', 'legitimate']);
    const fits = new Ajv2020().compile(form ?? false);
    expect(fits({ pattern: 'stolen-card', atRisk: { amount: 1, currency: 'EUR' } })).toBe(true);
    expect(fits({ pattern: 'bad luck' })).toBe(false);
    expect(fits({ comment: 'no such field' })).toBe(false);
  });
});

describe('something more has to be done', () => {
  const more = (followUp: Partial<FollowUp>, ...happened: Happened[]) =>
    openFollowUp({ team: 'disputes', hours: 8, ...followUp }, teams, monday)(given(...opened, ...happened));
  const followUp = 'case_00000000000000000000000001.1.follow-up.1';

  test('at once: by whichever team, and the case cannot be closed before', () => {
    const facts = more({});
    expect(facts).toMatchObject([{ data: { taskId: followUp, team: 'disputes', dueAt: later(monday, 8 * hour) } }]);
    expect(openWork(given(...opened, ...facts))).toContain(`task ${followUp} is open`);
  });

  test('when another task is done: until then nobody can begin, and it is told what it waits for', () => {
    const waiting = given(...opened, ...more({ after: review }));
    expect(waiting.tasks[1]).toMatchObject({ status: 'blocked', after: review });
    expect(() => claimTask(followUp, 'ben')(waiting)).toThrow(new TaskBlocked(followUp, review));
    expect(() => completeTask({ taskId: followUp, outcome: 'done' }, 'ben')(waiting)).toThrow(TaskBlocked);
    expect(openWork(waiting)).toContain(`task ${followUp} is open`);
  });

  test('and then it has all the hours it was given', () => {
    const ready = given(...opened, ...more({ after: review }), f.completed('fraud-review', 'fraud', 'ben'));
    const [, task] = ready.tasks;
    expect(task).toMatchObject({ status: 'open', openedAt: later(monday, 3000) });
    expect(Date.parse(task?.dueAt ?? '') - Date.parse(task?.openedAt ?? '')).toBe(8 * hour - 2000); // it was opened 2 s later
    expect(claimTask(followUp, 'ben')(ready)).toHaveLength(1);
  });

  test('though what it waits for was taken back, since somebody has seen to the whole investigation', () => {
    const question = 'case_00000000000000000000000001.1.failed-investigate.1';
    const asked = f.taskOpened('failed-step', { id: question, step: 'investigate' });
    const freed = given(...opened, ...more({ after: review }), asked, f.completed(question, 'handled'));
    expect(freed.tasks.map(({ kind, status }) => [kind, status])).toEqual([
      ['fraud-review', 'withdrawn'],
      ['follow-up', 'open'],
      ['failed-step', 'completed'],
    ]);
    expect(claimTask(followUp, 'ben')(freed)).toHaveLength(1);
  });

  test('one after the other, each under its own name', () => {
    const [second] = more({}, ...more({}));
    expect(second).toMatchObject({ data: { taskId: followUp.replace(/1$/, '2') } });
  });

  test('but not after a task that is done or is not there, by no team that there is not, and not of a case that is over', () => {
    const done = f.completed('fraud-review', 'fraud', 'ben');
    expect(refused(() => more({ after: review }, done))).toMatchObject([{ field: 'after' }]);
    expect(refused(() => more({ after: f.taskId('triage') }))).toMatchObject([{ field: 'after' }]);
    expect(refused(() => more({ team: 'legal' }))).toMatchObject([{ field: 'team' }]);
    expect(() => more({}, f.closed)).toThrow(CaseIsClosed);
  });
});
