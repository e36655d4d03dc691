import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { after, hour, type Instant } from '../shared/now.ts';
import { taskIdFor } from '../task/task.ts';
import { surveyOf } from './survey.ts';
import type { SurveyRules } from './survey-rules.ts';

/** Somebody calls a customer who was not content: once for each cycle, soon, and the team that had the case. */
export const openRecovery =
  (cycle: number, { recovery }: Pick<SurveyRules, 'recovery'>, at: Instant) =>
  (current: Case): CaseFact[] => {
    const { caseId, team, tasks } = current;
    const taskId = taskIdFor(caseId, cycle, 'survey-recovery');
    // No person was not content.
    if (surveyOf(current, { cycle })?.status === 'set-aside') return [];
    // A case that was taken up again is being worked on anyway.
    if (current.status !== 'closed' || current.cycle !== cycle || tasks.some((one) => one.taskId === taskId)) return [];
    const dueAt = after(at, recovery.hours * hour);
    return [{ kind: 'task-opened', data: { taskId, kind: 'survey-recovery', team, dueAt } }];
  };
