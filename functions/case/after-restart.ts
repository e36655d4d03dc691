import type { Task } from '../task/task.ts';
import { withdraw } from './after-task.ts';
import type { Case } from './case.ts';

/** Asked by others than the run of a case. */
const askedElsewhere = new Set<Task['step']>([
  'unfreeze-accounts',
  'survey-customer',
  'invite-customer',
  'remind-customer',
  'conclude-survey',
]);

/** What a run asked that is no more needs no answer, and must keep no case from its close: the next asks for itself. */
export const withoutQuestions = (before: Case): Case =>
  withdraw(before, ({ kind, step }) => kind === 'failed-step' && !askedElsewhere.has(step));
