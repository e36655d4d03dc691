import { stillFrozen } from '../approval/approval.ts';
import { climbedBy } from '../reminder/reminder.ts';
import { after, type Instant } from '../shared/now.ts';
import { isAboutTheInvestigation } from '../task/failed-step.ts';
import { isOpen, type Task, taskIn } from '../task/task.ts';
import type { Case } from './case.ts';
import type { CaseEvent, CaseFact } from './case-fact.ts';

type TaskFact = Extract<CaseFact, { kind: `task-${string}` | `reminder-${string}` }>;

/** What a case amounts to after something happened to one of its tasks. */
export function afterTask(before: Case, fact: TaskFact, { at, by }: Pick<CaseEvent, 'at' | 'by'>): Case {
  if (fact.kind === 'task-opened') {
    const { after, step } = fact.data;
    const waits = before.tasks.some((task) => task.taskId === after && isOpen(task));
    const status = waits ? 'blocked' : 'open';
    const asked = step === 'investigate' ? withdraw(before, isAboutTheInvestigation) : before;
    return { ...asked, tasks: [...asked.tasks, { ...fact.data, openedAt: at, status, reminded: 0 }] };
  }
  const { taskId } = fact.data;
  const withTask = (change: (task: Task) => Task): Case => ({
    ...before,
    tasks: before.tasks.map((task) => (task.taskId === taskId ? change(task) : task)),
  });
  if (fact.kind === 'reminder-sent' || fact.kind === 'reminder-not-sent') {
    const reminded = fact.kind === 'reminder-sent' ? { reminded: fact.data.rung } : {};
    const climbed = { ...reminded, climbed: climbedBy(fact.data) };
    if (before.tasks.some((task) => task.taskId === taskId)) return withTask((task) => ({ ...task, ...climbed }));
    const promise = { reminded: 0, ...before.promises?.[taskId], ...climbed };
    return { ...before, promises: { ...before.promises, [taskId]: promise } };
  }
  switch (fact.kind) {
    case 'task-claimed':
      return withTask((task) => ({ ...task, status: 'claimed', assignee: by }));
    case 'task-assigned':
      return withTask((task) => ({ ...task, status: 'claimed', assignee: fact.data.to }));
    case 'task-released':
      return withTask(unassigned);
    case 'task-escalated': {
      const { taskId: _, ...escalation } = { ...fact.data, by, at };
      return withTask(({ escalations = [], ...task }) => ({
        ...unassigned(task),
        team: escalation.to,
        escalations: [...escalations, escalation],
      }));
    }
    case 'task-completed': {
      const { outcome, form, evidence } = fact.data;
      const done = {
        status: 'completed',
        outcome,
        completedBy: by,
        completedAt: at,
        ...(form && { form }),
        ...(evidence && { evidence }),
      } as const;
      return settle(
        withTask((task) => ({ ...task, ...done })),
        taskId,
      );
    }
    case 'task-acknowledged':
      return withTask((task) => ({ ...task, acknowledged: { ...task.acknowledged, [by]: fact.data.dueAt } }));
  }
}

/** What waited for a task that is done, or was taken back, begins now, and has all the time it was given. */
export function withoutObstacles(current: Case, at: Instant): Case {
  const isFree = ({ status, after = '' }: Task): boolean =>
    status === 'blocked' && !current.tasks.some((task) => task.taskId === after && isOpen(task));
  if (!current.tasks.some(isFree)) return current;
  const begun = (task: Task): Task => {
    const given = Date.parse(task.dueAt) - Date.parse(task.openedAt);
    return { ...task, status: 'open', openedAt: at, dueAt: after(at, given) };
  };
  return { ...current, tasks: current.tasks.map((task) => (isFree(task) ? begun(task) : task)) };
}

/** Back with its team, as if nobody had taken it on. */
export function unassigned({ assignee: _, ...task }: Task): Task {
  return { ...task, status: 'open' };
}

export const withFreeze = (before: Case, targets: string[], state: Case['freeze'][string]): Case => ({
  ...before,
  freeze: { ...before.freeze, ...Object.fromEntries(targets.map((target) => [target, state])) },
});

/** Two people agreed to unfreeze it, and it is done. */
export function lifted(before: Case, targets: string[]): Case {
  const approvals = before.approvals.map((one) => {
    const done = stillFrozen(before)(one).filter((target) => targets.includes(target));
    return done.length > 0 ? { ...one, lifted: [...(one.lifted ?? []), ...done] } : one;
  });
  return withFreeze({ ...before, approvals }, targets, 'unfrozen');
}

/** A person who says that a failed step is handled has seen to what it left open: nobody is asked for it again. */
function settle(before: Case, taskId: string): Case {
  const task = taskIn(before, taskId);
  if (task?.outcome !== 'handled' || !task.step) return before;
  const settled = { ...before, settled: [...before.settled, task.step] };
  switch (task.step) {
    case 'freeze-accounts': {
      const open = ['planned', 'refused'];
      const left = Object.keys(before.freeze).filter((target) => open.includes(before.freeze[target] ?? ''));
      return withFreeze(settled, left, 'settled-by-hand');
    }
    case 'unfreeze-accounts':
      return lifted(settled, before.approvals.flatMap(stillFrozen(before)));
    case 'triage':
      return withdraw(settled, ({ kind }) => kind === 'triage');
    case 'assess-complaint':
      return withdraw(settled, ({ kind }) => kind === 'complaint-assessment');
    case 'investigate-complaint':
      return withdraw(settled, ({ kind }) => kind === 'complaint-investigation');
    case 'respond-to-complaint':
      return withdraw(settled, ({ kind }) => kind === 'complaint-response');
    case 'work-on-findings':
      return withdraw(settled, isReview);
    case 'investigate':
    case 'conclude-investigation':
      return withdraw({ ...settled, investigation: 'concluded' }, isReview);
    default:
      return settled;
  }
}

const isReview = ({ kind }: Task): boolean => kind === 'fraud-review' || kind === 'dispute-review';

/** These tasks need to be done no more. */
export const withdraw = (before: Case, which: (task: Task) => boolean): Case => ({
  ...before,
  tasks: before.tasks.map((task) => (isOpen(task) && which(task) ? { ...task, status: 'withdrawn' } : task)),
});
