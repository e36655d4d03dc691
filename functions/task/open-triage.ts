import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { openTask } from './open-task.ts';
import { taskIdFor } from './task.ts';

/** A person looks at the whole case and says how it ends. */
export const openTriage =
  (at: string) =>
  (current: Case): CaseFact[] =>
    openTask(current, { taskId: taskIdFor(current.caseId, current.cycle, 'triage'), kind: 'triage' }, at);
