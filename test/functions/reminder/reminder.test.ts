import { describe, expect, test } from 'vitest';
import { reminderDue, remindWhom } from '../../../functions/reminder/reminder.ts';
import { hour, after as later } from '../../../functions/shared/now.ts';
import type { Task } from '../../../functions/task/task.ts';
import { monday } from '../../support/given.ts';

const task: Task = {
  taskId: 'case_1.1.triage',
  kind: 'triage',
  team: 'cards',
  openedAt: monday,
  dueAt: later(monday, 48 * hour),
  status: 'open',
  reminded: 0,
};

describe('a task is reminded of', () => {
  test('when it is due, two days later, and four days later', () => {
    const due = [0, 1, 2, 3].map((reminded) => reminderDue({ ...task, reminded }));
    expect(due).toEqual([task.dueAt, later(task.dueAt, 48 * hour), later(task.dueAt, 96 * hour), undefined]);
  });

  test('no more once it is completed', () => {
    expect(reminderDue({ ...task, status: 'completed' })).toBeUndefined();
    expect(reminderDue({ ...task, status: 'claimed', assignee: 'ann' })).toBe(task.dueAt);
  });
});

describe('the reminder goes', () => {
  test('to whoever took the task on', () => expect(remindWhom({ ...task, assignee: 'ann' }, 'mia')).toBe('ann'));

  test('to the manager of the team as long as nobody did', () => expect(remindWhom(task, 'mia')).toBe('mia'));

  test('to the manager in the end, whoever has it', () => {
    expect(remindWhom({ ...task, assignee: 'ann', reminded: 1 }, 'mia')).toBe('ann');
    expect(remindWhom({ ...task, assignee: 'ann', reminded: 2 }, 'mia')).toBe('mia');
  });
});
