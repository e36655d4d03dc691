import { type Case, isLive } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import type { Instant } from '../shared/now.ts';
import { openTask } from './open-task.ts';
import { type TaskKind, taskIdFor } from './task.ts';

const kindOf = { fraud: 'fraud-review', disputes: 'dispute-review' } as const satisfies Record<string, TaskKind>;

/** Whether a person has said that it is handled: no department is asked, and none waited for, any more. */
export const isInvestigationSettled = ({ settled }: Case): boolean =>
  (['investigate', 'work-on-findings', 'conclude-investigation'] as const).some((step) => settled.includes(step));

/** One task for each department that has something to look at, with all that it has to look at. */
export const openInvestigation =
  (at: Instant, of?: number) =>
  (current: Case): CaseFact[] => {
    if (!isLive(current, of)) return [];
    const { caseId, cycle, findings = [] } = current;
    const opened: CaseFact[] =
      current.investigation === 'none' ? [{ kind: 'investigation-opened', data: { cycle } }] : [];
    if (isInvestigationSettled(current)) return opened;
    const departments = [...new Set(findings.map((finding) => finding.department))];
    const tasks = departments.flatMap((department) => {
      const kind = kindOf[department];
      const own = findings.filter((finding) => finding.department === department);
      const concerns = [...new Set(own.map((finding) => finding.transactionId))];
      return openTask(current, { taskId: taskIdFor(caseId, cycle, kind), kind, concerns }, at);
    });
    return [...opened, ...tasks];
  };
