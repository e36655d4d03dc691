import { type Case, isLive, isUnasked, tasksOf } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { isSurveyRun } from '../shared/ids.ts';
import type { Instant } from '../shared/now.ts';
import { roundOf } from './failed-step.ts';
import { openTask } from './open-task.ts';
import { isOpen, type Step, taskIdFor } from './task.ts';

/** Steps with something left to do though the case is closed: closing it hands on when the customer is
 * asked, and what was frozen for it may be unfrozen later. */
const afterClosing = new Set<Step>([
  'close-case',
  'survey-customer',
  'invite-customer',
  'remind-customer',
  'conclude-survey',
  'unfreeze-accounts',
]);

/** Of which cycle, and which survey in it, a step is. */
type Of = { cycle?: number; round?: number };

/**
 * A step failed for good: somebody of operations says whether to try again or that it is handled.
 * Nobody is asked any more about a case that is over, or for a cycle that is. `askedAt` is when the run came here, so
 * that the same question is asked once and the next failure asks anew.
 */
export const askAPerson =
  (step: Step, askedAt: string, at: Instant, { cycle, round = 1 }: Of = {}) =>
  (current: Case): CaseFact[] => {
    if (!concerns(current, step, cycle)) return [];
    const before = current.tasks.filter((task) => task.step === step && roundOf(task) === round);
    if (before.some((task) => task.askedAt === askedAt)) return [];
    if (before.some(isOpen) && !isSurveyRun(askedAt)) return []; // a case has several surveys, and each its run
    const asked = tasksOf(current).filter((task) => task.step === step);
    const taskId = taskIdFor(current.caseId, current.cycle, `failed-${step}.${asked.length + 1}`);
    return openTask(current, { taskId, kind: 'failed-step', step, askedAt, ...(round > 1 && { round }) }, at);
  };

function concerns(current: Case, step: Step, of: number | undefined): boolean {
  if (step === 'unfreeze-accounts' || isLive(current, of)) return true;
  if (step === 'case-run') return isUnasked(current, of); // the last thing it does is to have the customer asked
  if (step === 'survey-customer' && of && of < current.cycle) return isOut(current, of);
  return current.status === 'closed' && current.cycle === (of ?? current.cycle) && afterClosing.has(step);
}

/** Whether the survey of an earlier cycle still waits for its answer. */
const isOut = ({ surveys }: Case, cycle: number): boolean =>
  surveys.some((one) => one.cycle === cycle && one.status === 'invited');
