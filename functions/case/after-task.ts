import { stillFrozen } from '../approval/approval.ts';
import { climbedBy } from '../reminder/reminder.ts';
import type { Task } from '../task/task.ts';
import type { Case } from './case.ts';
import type { CaseEvent, CaseFact } from './case-fact.ts';

type TaskFact = Extract<CaseFact, { kind: `task-${string}` | `reminder-${string}` }>;

/** What a case amounts to after something happened to one of its tasks. */
export function afterTask(before: Case, fact: TaskFact, { at, by }: Pick<CaseEvent, 'at' | 'by'>): Case {
  if (fact.kind === 'task-opened') {
    return { ...before, tasks: [...before.tasks, { ...fact.data, openedAt: at, status: 'open', reminded: 0 }] };
  }
  const { taskId } = fact.data;
  const withTask = (change: (task: Task) => Task): Case => ({
    ...before,
    tasks: before.tasks.map((task) => (task.taskId === taskId ? change(task) : task)),
  });
  switch (fact.kind) {
    case 'task-claimed':
      return withTask((task) => ({ ...task, status: 'claimed', assignee: by }));
    case 'task-assigned':
      return withTask((task) => ({ ...task, status: 'claimed', assignee: fact.data.to }));
    case 'task-released':
      return withTask(unassigned);
    case 'task-completed': {
      const { outcome } = fact.data;
      const done = { status: 'completed', outcome, completedBy: by, completedAt: at } as const;
      return settle(
        withTask((task) => ({ ...task, ...done })),
        taskId,
      );
    }
    case 'reminder-sent':
      return withTask((task) => ({ ...task, reminded: fact.data.rung, climbed: climbedBy(fact.data) }));
    case 'reminder-not-sent':
      return withTask((task) => ({ ...task, climbed: climbedBy(fact.data) }));
    case 'task-acknowledged':
      return withTask((task) => ({ ...task, acknowledged: { ...task.acknowledged, [by]: fact.data.dueAt } }));
  }
}

/** Back with its team, as if nobody had taken it on. */
export function unassigned({ assignee: _, ...task }: Task): Task {
  return { ...task, status: 'open' };
}

export const withFreeze = (before: Case, targets: string[], state: Case['freeze'][string]): Case => ({
  ...before,
  freeze: { ...before.freeze, ...Object.fromEntries(targets.map((target) => [target, state])) },
});

/** A person who says that a failed step is handled has seen to what it left open. */
function settle(before: Case, taskId: string): Case {
  const task = before.tasks.find((one) => one.taskId === taskId);
  if (task?.outcome !== 'handled' || !task.step) return before;
  const settled = { ...before, settled: [...before.settled, task.step] };
  if (task.step === 'freeze-accounts') {
    const open = ['planned', 'refused'];
    const left = Object.keys(before.freeze).filter((target) => open.includes(before.freeze[target] ?? ''));
    return withFreeze(settled, left, 'settled-by-hand');
  }
  if (task.step === 'unfreeze-accounts')
    return withFreeze(settled, before.approvals.flatMap(stillFrozen(before)), 'unfrozen');
  const investigated = task.step === 'investigate' || task.step === 'conclude-investigation';
  return investigated ? { ...settled, investigation: 'concluded' } : settled;
}
