import { type Case, isLive } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import type { Instant } from '../shared/now.ts';
import { openTask } from '../task/open-task.ts';
import { type ComplaintStage, stageTaskId, stepOfStage, taskOfStage } from './complaint.ts';

/** The complaint goes on to a stage, and somebody is asked for what that takes. */
export const openStage =
  (stage: ComplaintStage, at: Instant, of: number) =>
  (current: Case): CaseFact[] => {
    if (!isLive(current, of) || current.settled.includes(stepOfStage[stage])) return [];
    const { cycle, complaint, team, transferred } = current;
    const reached: CaseFact[] =
      complaint?.stage === stage ? [] : [{ kind: 'complaint-stage-reached', data: { cycle, stage } }];
    const taskId = stageTaskId(current, cycle, stage);
    return [...reached, ...openTask(current, { taskId, kind: taskOfStage[stage], ...(transferred && { team }) }, at)];
  };
