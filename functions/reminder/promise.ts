import type { CaseEvent, CaseFact } from '../case/case-fact.ts';
import { taskKinds } from '../task/task.ts';
import type { Remindable } from './reminder.ts';

/** What was promised to a customer: no task, and no kind of one. */
export const isPromise = ({ kind }: Pick<Remindable, 'kind'>): boolean => !Object.hasOwn(taskKinds, kind);

// What can start, stop, pause or move a clock, or who answers for it.
const moving = new Set<CaseFact['kind']>([
  'report-joined',
  'interaction-recorded',
  'mail-sent',
  'waiting-started',
  'waiting-ended',
  'priority-changed',
  'owner-assigned',
  'case-transferred',
  'case-closed',
  'case-cancelled',
  'case-reopened',
  'case-linked',
]);

/** Whether nothing has happened since that could make a reminder of a promise untrue, another reminder included. */
export const isAsItWas = ({ taskId }: Remindable, since: readonly CaseEvent[]): boolean =>
  since.every(({ fact }) => !moving.has(fact.kind) && !('taskId' in fact.data && fact.data.taskId === taskId));
