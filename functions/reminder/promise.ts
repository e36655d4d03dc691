import type { CaseEvent } from '../case/case-fact.ts';
import { movesPromise } from '../sla/moves-promise.ts';
import type { Remindable } from './reminder.ts';

/** Whether nothing has happened since that could make a reminder of a promise untrue, another reminder included. */
export const isAsItWas = ({ taskId }: Remindable, since: readonly CaseEvent[]): boolean =>
  since.every(({ fact }) => !movesPromise(fact) && !('taskId' in fact.data && fact.data.taskId === taskId));
