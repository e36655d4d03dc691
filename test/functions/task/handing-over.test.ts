import { describe, expect, test } from 'vitest';
import { InvalidRequest, TaskAlreadyCompleted, TaskNotFound } from '../../../functions/shared/errors.ts';
import { ManagerNeeded } from '../../../functions/shared/refusals.ts';
import { assignTask } from '../../../functions/task/assign-task.ts';
import { releaseTask } from '../../../functions/task/release-task.ts';
import * as f from '../../support/facts.ts';
import { given } from '../../support/given.ts';
import { adam, ann, ben, mia, teams } from '../../support/teams.ts';

const taskId = f.taskId('triage');
const claimed = given(f.opened, f.taskOpened('triage'), f.claimed('triage', 'ann'));
const open = given(f.opened, f.taskOpened('triage'));
const done = given(f.opened, f.taskOpened('triage'), f.completed('triage', 'resolved', 'ann'));

describe('releasing a task', () => {
  const release = (by = ann, reason: 'absent' | 'overloaded' = 'absent') => releaseTask({ taskId, reason }, by, teams);

  test('gives it back to its team, with who had it and why', () => {
    const [fact] = release(ann, 'overloaded')(claimed);
    expect(fact).toEqual({ kind: 'task-released', data: { taskId, from: 'ann', reason: 'overloaded' } });
    const current = given(f.opened, f.taskOpened('triage'), f.claimed('triage', 'ann'), f.released('triage', 'ann'));
    expect(current.tasks).toMatchObject([{ status: 'open', team: 'cards' }]);
    expect(current.tasks[0]).not.toHaveProperty('assignee');
  });

  test('is for whoever has it, for the manager of its team and for an administrator', () => {
    for (const one of [ann, mia, adam]) expect(release(one)(claimed)).toHaveLength(1);
    expect(() => release(ben)(claimed)).toThrow(new ManagerNeeded('cards'));
  });

  test('that nobody has changes nothing', () => expect(release(mia)(open)).toEqual([]));

  test('that is done tells who did it', () => {
    expect(() => release()(done)).toThrow(new TaskAlreadyCompleted(taskId, 'ann', 'resolved'));
  });
});

describe('assigning a task', () => {
  const assign = (to: string, by = mia, id = taskId) => assignTask({ taskId: id, to }, by, teams);

  test('gives it to one of the team, also when somebody else had it', () => {
    for (const current of [open, claimed]) {
      expect(assign('amy')(current)).toEqual([{ kind: 'task-assigned', data: { taskId, to: 'amy' } }]);
    }
    const current = given(f.opened, f.taskOpened('triage'), f.claimed('triage', 'ann'), f.assigned('triage', 'amy'));
    expect(current.tasks).toMatchObject([{ status: 'claimed', assignee: 'amy' }]);
  });

  test('to whoever has it changes nothing', () => expect(assign('ann')(claimed)).toEqual([]));

  test('to somebody of another team is refused', () => {
    expect(() => assign('ben')(open)).toThrow(InvalidRequest);
  });

  test('is the manager’s to do', () => {
    expect(() => assign('amy', ann)(open)).toThrow(ManagerNeeded);
    expect(() => assign('amy', { id: 'max', roles: ['manager'] })(open)).toThrow(ManagerNeeded);
  });

  test('that is done or does not exist is refused', () => {
    expect(() => assign('amy')(done)).toThrow(TaskAlreadyCompleted);
    expect(() => assign('amy', mia, f.taskId('fraud-review'))(open)).toThrow(TaskNotFound);
  });
});
