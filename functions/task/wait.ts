import { type Case, isPast } from '../case/case.ts';
import { workOfPeople } from '../case/open-work.ts';
import { ComplaintStage, rejectionsOf, stageTaskId, stepOfStage, taskOfStage } from '../complaint/complaint.ts';
import { surveyOf } from '../survey/survey.ts';
import { roundOf } from './failed-step.ts';
import { isInvestigationSettled } from './open-investigation.ts';
import { type Step, type Task, taskIdFor, taskIn } from './task.ts';

/**
 * What a run can wait for: a person's triage, the findings to be worked on, all that keeps its case from being closed, a
 * failed step, the customer's answer.
 */
export type Waiting =
  | `${number}:triage`
  | `${number}:findings`
  | `${number}:approval`
  | `${number}:work`
  | `${number}:stage:${ComplaintStage}`
  | `${number}:survey`
  | `${number}:survey:${number}`
  | `${number}:step:${Step}`
  | `${number}:step:${Step}:${number}`;

export const waitingFor = {
  triage: (cycle: number): Waiting => `${cycle}:triage`,
  findings: (cycle: number): Waiting => `${cycle}:findings`,
  survey: (cycle: number, round = 1): Waiting => (round > 1 ? `${cycle}:survey:${round}` : `${cycle}:survey`),
  stage: (cycle: number, stage: ComplaintStage): Waiting => `${cycle}:stage:${stage}`,
  approval: (cycle: number): Waiting => `${cycle}:approval`,
  work: (cycle: number): Waiting => `${cycle}:work`,
  step: (cycle: number, step: Step, round = 1): Waiting =>
    round > 1 ? `${cycle}:step:${step}:${round}` : `${cycle}:step:${step}`,
};

/** What the run is to be told, or undefined as long as it has to wait. */
export function answerTo(waiting: Waiting, current: Case): Record<string, unknown> | undefined {
  const [cycle, what, which, round = 1] = waiting.split(':') as [string, string, string?, string?];
  const mine = current.tasks.filter((task) => task.taskId.startsWith(taskIdFor(current.caseId, Number(cycle), '')));
  if (what === 'survey') {
    const survey = surveyOf(current, { cycle: Number(cycle), round: Number(which ?? 1) });
    if (!survey) return isPast(current, Number(cycle)) ? { outcome: 'not-asked' } : undefined;
    return survey.status === 'invited' ? undefined : { outcome: survey.status };
  }
  if (isPast(current, Number(cycle))) return farewell(what);
  if (what === 'triage') {
    const triage = mine.find((task) => task.kind === 'triage');
    return outcomeOf(triage) ?? (current.settled.includes('triage') ? { outcome: 'over' } : undefined);
  }
  if (what === 'findings') {
    const reviews = mine.filter((task) => task.kind === 'fraud-review' || task.kind === 'dispute-review');
    const done = reviews.length > 0 && reviews.every((task) => task.outcome);
    return done || isInvestigationSettled(current) ? { reviews: reviews.length } : undefined;
  }
  if (what === 'stage') {
    const stage = which as ComplaintStage;
    const id = stageTaskId(current, Number(cycle), stage);
    const settled = current.settled.includes(stepOfStage[stage]);
    return outcomeOf(mine.find(({ taskId }) => taskId === id)) ?? (settled ? { outcome: goesOn[stage] } : undefined);
  }
  if (what === 'work') {
    const isOver = current.status !== 'open' || workOfPeople(current).length === 0;
    return isOver ? { outcome: 'over' } : undefined;
  }
  if (what === 'approval') {
    const decision = rejectionsOf(current, Number(cycle)).at(-1)?.decision;
    return decision && { decision };
  }
  const failed = mine.findLast((task) => task.step === which && roundOf(task) === Number(round));
  if (!failed) return current.status === 'closed' ? { decision: 'handled' } : undefined;
  return failed.outcome && { decision: failed.outcome };
}

const outcomeOf = (task: Task | undefined) => task?.outcome && { outcome: task.outcome };

/** Where a complaint goes on whose stage somebody has seen to, as its machine does when it asks them itself. */
const goesOn = { assessing: 'investigate', investigating: 'over', responding: 'over' } as const;

/** The wait that completing this task may end. */
export function waitOf(taskId: string, current: Case): Waiting | undefined {
  const task = taskIn(current, taskId);
  const cycle = Number(taskId.split('.')[1]);
  if (task?.kind === 'triage') return waitingFor.triage(cycle);
  if (task?.kind === 'fraud-review' || task?.kind === 'dispute-review') return waitingFor.findings(cycle);
  const stage = ComplaintStage.options.find((one) => taskOfStage[one] === task?.kind);
  if (stage) return waitingFor.stage(cycle, stage);
  if (task?.step) return waitingFor.step(cycle, task.step, task.round);
  return task && waitingFor.work(current.cycle);
}

/** Lets a run that nobody needs any more, and that was not stopped, come to its end; its steps find nothing to do. */
function farewell(what: string): Record<string, unknown> {
  if (what === 'findings') return { reviews: 0 };
  if (what === 'approval') return { decision: 'approved' };
  return what === 'step' ? { decision: 'handled' } : { outcome: 'over' };
}
