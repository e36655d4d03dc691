import { type Case, isLive } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { openTask } from './open-task.ts';
import { taskIdFor } from './task.ts';

/** A person looks at the whole case and says how it ends: one of the team that has the case after a transfer. */
export const openTriage =
  (at: string, of?: number) =>
  (current: Case): CaseFact[] => {
    if (!isLive(current, of) || current.settled.includes('triage')) return []; // somebody has seen to it
    const { caseId, cycle, team, transferred } = current;
    const triage = {
      taskId: taskIdFor(caseId, cycle, 'triage'),
      kind: 'triage',
      ...(transferred && { team }),
    } as const;
    return openTask(current, triage, at);
  };
