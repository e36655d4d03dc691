import { after, hour, type Instant } from '../shared/now.ts';
import { decides, isOpen, type Task } from '../task/task.ts';
import type { Case } from './case.ts';
import type { CaseFact } from './case-fact.ts';
import { openWork } from './open-work.ts';

/** How long a customer has to answer after a colleague last wrote, whatever was said before (hours). */
export const quiet = 72;

/** When the customer is reminded of what the case waits for: once, and never just after a colleague wrote. */
export function remindsAt({ status, waiting, wroteAt }: Case): Instant | undefined {
  if (status !== 'open' || !waiting?.remindAt || waiting.heard || waiting.reminded) return undefined;
  return later(waiting.remindAt, wroteAt && after(wroteAt, quiet * hour));
}

/** Reminds the customer, and leaves them time to answer however late the reminder comes. */
export const remindWaiting =
  (at: Instant) =>
  (current: Case): CaseFact[] => {
    const due = remindsAt(current);
    if (!due || due > at || !current.waiting) return [];
    const closeAt = later(current.waiting.closeAt, after(at, quiet * hour));
    return [{ kind: 'waiting-reminded', data: { closeAt } }];
  };

/**
 * When a case whose customer stays silent is given up: not before they were reminded, never just after a colleague wrote,
 * and only when nothing but to decide is left to do. Undefined as long as that cannot happen.
 */
export function givesUpAt(current: Case): Instant | undefined {
  const { status, waiting, wroteAt, tasks } = current;
  const triage = openTriageOf(current);
  if (status !== 'open' || !waiting || waiting.heard || !triage) return undefined;
  if (waiting.remindAt && !waiting.reminded) return undefined;
  const done = { ...triage, status: 'completed', outcome: 'no-answer' } as const;
  const begun = tasks.filter(({ status }) => status !== 'blocked'); // what waits for the decision comes after it
  const left = openWork({ ...current, tasks: begun.map((task) => (task === triage ? done : task)) });
  if (left.length > 0) return undefined;
  return later(waiting.closeAt, wroteAt && after(wroteAt, quiet * hour));
}

const later = (one: Instant, other = one): Instant => (one > other ? one : other);

/** Says that a silent customer did not answer: the run closes the case, and the closing notice tells them. */
export const giveUpWaiting =
  (at: Instant) =>
  (current: Case): CaseFact[] => {
    const until = givesUpAt(current);
    const triage = openTriageOf(current);
    if (!until || until > at || !triage) return [];
    return [{ kind: 'task-completed', data: { taskId: triage.taskId, outcome: 'no-answer' } }];
  };

const openTriageOf = ({ tasks }: Case): Task | undefined => tasks.findLast((task) => decides(task) && isOpen(task));
