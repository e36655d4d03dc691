import { describe, expect, test } from 'vitest';
import {
  climbedBy,
  dueByNow,
  dueRung,
  hasAcknowledged,
  heightOf,
  Reminders,
  remindWhom,
  shippedReminders,
} from '../../../functions/reminder/reminder.ts';
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
const { rungs } = shippedReminders;
const [due, , escalated] = rungs as [(typeof rungs)[0], (typeof rungs)[0], (typeof rungs)[0]];
const at = (hoursAfterDue: number) => later(task.dueAt, hoursAfterDue * hour);
const climbed = (rung: (typeof rungs)[0]['id']): Task => ({ ...task, climbed: { rung, dueAt: task.dueAt } });

describe('a task is reminded of', () => {
  test('when it is due, two days later, and four days later', () => {
    expect(dueRung(task, rungs, at(-1))).toBeUndefined();
    expect(dueRung(task, rungs, at(0))?.id).toBe('due');
    expect(dueRung(climbed('due'), rungs, at(47))).toBeUndefined();
    expect(dueRung(climbed('due'), rungs, at(48))?.id).toBe('overdue');
    expect(dueRung(climbed('overdue'), rungs, at(96))?.id).toBe('escalated');
    expect(dueRung(climbed('escalated'), rungs, at(999))).toBeUndefined();
  });

  test('no more once it is completed', () => {
    expect(dueRung({ ...task, status: 'completed' }, rungs, at(0))).toBeUndefined();
    expect(dueRung({ ...task, status: 'claimed', assignee: 'ann' }, rungs, at(0))?.id).toBe('due');
  });

  test('as before by those who were reminded when rungs had no names', () => {
    expect([1, 2, 3].map((rung) => climbedBy({ rung }).rung)).toEqual(['due', 'overdue', 'escalated']);
    expect(heightOf({ ...task, climbed: climbedBy({ rung: 2 }) })).toBe('overdue');
  });
});

describe('the reminder goes', () => {
  test('to whoever took the task on', () => expect(remindWhom({ ...task, assignee: 'ann' }, due, 'mia')).toBe('ann'));

  test('to the manager of the team as long as nobody did', () => expect(remindWhom(task, due, 'mia')).toBe('mia'));

  test('to the manager in the end, whoever has it', () =>
    expect(remindWhom({ ...task, assignee: 'ann' }, escalated, 'mia')).toBe('mia'));
});

test('what is acknowledged is acknowledged by one person, and for one due time', () => {
  const known: Task = { ...task, acknowledged: { ann: task.dueAt } };
  expect(hasAcknowledged(known, 'ann')).toBe(true);
  expect(hasAcknowledged(known, 'mia')).toBe(false);
  expect(hasAcknowledged({ ...known, dueAt: at(24) }, 'ann')).toBe(false);
});

test('another ladder needs no new index: it says which due times are read at each height', () => {
  expect(dueByNow(rungs, at(0))).toEqual([
    { height: 'overdue', dueBy: at(-96) },
    { height: 'due', dueBy: at(-48) },
    { height: 'due-soon', dueBy: at(0) },
    { height: 'ground', dueBy: at(0) },
  ]);
  const early = [{ id: 'due-soon', hoursAfterDue: -24, to: 'responsible' } as const, ...rungs];
  expect(dueByNow(early, at(0)).at(-1)).toEqual({ height: 'ground', dueBy: at(24) });
});

describe('a ladder is refused, naming the field,', () => {
  const rung = (id: string, hoursAfterDue: number, to = 'responsible') => ({ id, hoursAfterDue, to });
  const refused = (...rungs: object[]) =>
    Reminders.safeParse({ rungs }).error?.issues.map(({ path, message }) => [path.join('.'), message]);

  test.each([
    ['that goes backwards', [rung('due', 24), rung('overdue', 8)], 'rungs.1.hoursAfterDue'],
    ['that stands still', [rung('due', 8), rung('overdue', 8)], 'rungs.1.hoursAfterDue'],
    ['that names a rung twice', [rung('due', 0), rung('due', 8)], 'rungs.1.id'],
    ['that escalates before it is due', [rung('escalated', 0, 'manager'), rung('due', 8)], 'rungs.1.id'],
    ['that says “due soon” when it is due', [rung('due-soon', 0)], 'rungs.0.hoursAfterDue'],
    ['that says “due” before it is', [rung('due', -1)], 'rungs.0.hoursAfterDue'],
    ['that reminds the customer', [rung('due', 0, 'customer')], 'rungs.0.to'],
    ['that has no rung', [], 'rungs'],
  ])('%s', (_, rungs, field) => expect(refused(...rungs)).toEqual([[field, expect.any(String)]]));

  test('and taken when it goes up', () => {
    expect(refused(rung('due-soon', -24), rung('due', 0), rung('escalated', 8, 'manager'))).toBeUndefined();
    expect(Reminders.parse({ rungs })).toEqual(shippedReminders);
  });
});
