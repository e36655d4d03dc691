import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { after, hour, type Instant } from '../shared/now.ts';
import { type Task, taskKinds } from './task.ts';

type NewTask = Pick<Task, 'taskId' | 'kind' | 'concerns' | 'step' | 'askedAt' | 'round'> & { team?: string };

/** Opens the task for the team of its kind unless another is named, due as its kind says; nothing if it was opened before. */
export function openTask(current: Case, task: NewTask, at: Instant): CaseFact[] {
  if (current.tasks.some((one) => one.taskId === task.taskId)) return [];
  const { team, hours } = taskKinds[task.kind];
  return [{ kind: 'task-opened', data: { team, ...task, dueAt: after(at, hours * hour) } }];
}
