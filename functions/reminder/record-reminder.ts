import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { isOpen, taskIn } from '../task/task.ts';
import type { Due } from './due-tasks.ts';
import { heightOf, isAbove, isPromise, type Remindable } from './reminder.ts';

/** What became of a reminder: it was sent, or why not. `unconfirmed`: it may have been, nobody knows. */
export type Outcome = 'sent' | 'no-address' | 'address-bounced' | 'unconfirmed' | 'acknowledged';
export type Settled = Due & { outcome: Outcome };

/** The rung is climbed, whether the reminder was sent or not, and the history says which. */
export const recordReminder =
  ({ task: due, rung, outcome }: Settled, to: string) =>
  (current: Case): CaseFact[] => {
    const { taskId, dueAt } = due;
    const task = taskIn(current, taskId) ?? promiseIn(current, due);
    if (!task || !isOpen(task) || task.dueAt !== dueAt || !isAbove(rung.id, heightOf(task))) return [];
    const about = { taskId, name: rung.id, dueAt, to };
    if (outcome === 'sent') return [{ kind: 'reminder-sent', data: { ...about, rung: task.reminded + 1 } }];
    return [{ kind: 'reminder-not-sent', data: { ...about, reason: outcome } }];
  };

/** A promise with what the history says of it; none once the case is over. */
function promiseIn({ status, promises = {} }: Case, due: Remindable): Remindable | undefined {
  if (status !== 'open' || !isPromise(due)) return undefined;
  const { climbed, ...promise } = due;
  return { ...promise, ...promises[due.taskId] };
}
