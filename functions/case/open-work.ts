import { ahead } from '../approval/approval.ts';
import { complaintAhead, rejectionsOf } from '../complaint/complaint.ts';
import { isAboutADeadSurvey, isAboutTheRun } from '../task/failed-step.ts';
import { isOpen } from '../task/task.ts';
import { type Case, openChildren, tasksOf } from './case.ts';

/** What keeps a case from being closed, in words for a person: work that is open, and steps that have not been taken. */
export const openWork = (current: Case): string[] => [...workOfPeople(current), ...workOfRuns(current)];

/** What people have to do or to decide, here or in its children, before the case can be closed. */
export function workOfPeople(current: Case): string[] {
  const tasks = current.tasks.filter((task) => isOpen(task) && !isAboutTheRun(task) && !isAboutADeadSurvey(task));
  return [
    ...tasks.map((task) => `task ${task.taskId} is open`),
    ...current.approvals.flatMap(ahead(current)),
    ...openChildren(current).map((caseId) => `child ${caseId} is open`),
  ];
}

function workOfRuns(current: Case): string[] {
  const unfrozen = Object.entries(current.freeze).filter(([, state]) => state === 'planned' || state === 'refused');
  return [
    ...(current.investigation === 'open' ? ['an investigation is open'] : []),
    ...unfrozen.map(([target]) => `${target} is not frozen`),
    ...stepsAhead(current),
  ];
}

/** Open work of people, the customer's answer, a second person's word: things a run may wait for as long as it takes. */
export const waitsForSomebody = (current: Case): boolean =>
  !!current.waiting ||
  current.tasks.some(isOpen) ||
  rejectionsOf(current, current.cycle).some(({ decision }) => !decision) ||
  isAtItsClose(current);

/** Its run has done all that it could, and people have not. */
const isAtItsClose = (current: Case): boolean => workOfRuns(current).length === 0 && workOfPeople(current).length > 0;

function stepsAhead(current: Case): string[] {
  if (current.type === 'complaint') return complaintAhead(current);
  const { frozenAt, findings, investigation, settled } = current;
  const triaged = tasksOf(current).some((task) => task.kind === 'triage'); // an open one is named as a task
  const lookedAfter = (['review-case', 'investigate', 'work-on-findings'] as const).some((one) =>
    settled.includes(one),
  );
  const investigated = !findings?.length || investigation !== 'none' || lookedAfter;
  return [
    ...(frozenAt || settled.includes('freeze-accounts') ? [] : ['the freeze has not ended']),
    ...(findings || settled.includes('review-case') ? [] : ['the review has not ended']),
    ...(investigated ? [] : ['the investigation has not begun']),
    ...(triaged || settled.includes('triage') ? [] : ['the triage has not been done']),
  ];
}
