import { type CarryOutWorld, carryOutOrAsk } from '../approval/carry-out.ts';
import { cycleOf } from '../shared/ids.ts';
import { endSurvey, goOnWithSurvey, type SurveysWorld } from '../survey/go-on-with-survey.ts';
import { answerWaits, type WaitsWorld } from '../task/answer-wait.ts';
import { isAboutADeadSurvey } from '../task/failed-step.ts';
import { type Task, taskIn } from '../task/task.ts';
import { type Case, isLive, isUnasked, tasksOf } from './case.ts';
import type { CaseFact } from './case-fact.ts';
import type { Change } from './case-store.ts';
import type { CaseWorkflow } from './case-workflow.ts';

export type AnswerWorld = CarryOutWorld & SurveysWorld & WaitsWorld & { workflow: CaseWorkflow };

/** Operations have answered a question: does what follows from it. False when it is a waiting run's turn. */
export async function takeAnswer(world: AnswerWorld, current: Case, task: Task, net: Change): Promise<boolean> {
  const { taskId, step, outcome } = task;
  if (isAboutADeadSurvey(task)) await goOnWithSurvey(world, current, task, net);
  else if (step === 'unfreeze-accounts' && outcome === 'retry') await carryOutOrAsk(world, current.caseId, net, taskId);
  else if (step === 'case-run') {
    const restarted = await world.cases.change(current.caseId, net, restartRun(taskId));
    if (restarted.attempt > current.attempt) await world.workflow.start(restarted);
  } else {
    if (step === 'conclude-survey' && outcome === 'handled') await endSurvey(world, task, net);
    // Its run may wait for the step itself by now, whose task was taken back with this answer.
    if (outcome === 'handled') await answerWaits(world, current);
    return false;
  }
  return true;
}

/** Somebody looked at a run that died and says to try again: the next run goes on from the history. */
export const restartRun =
  (taskId: string) =>
  (current: Case): CaseFact[] => {
    const task = taskIn(current, taskId);
    const asked = tasksOf(current).filter((one) => one.step === 'case-run' && one.outcome === 'retry');
    const goesOn = isLive(current, cycleOf(taskId)) || isUnasked(current, cycleOf(taskId));
    const due = goesOn && task?.step === 'case-run' && task.outcome === 'retry';
    return due && current.attempt <= asked.length
      ? [{ kind: 'run-restarted', data: { attempt: current.attempt + 1, after: taskId } }]
      : [];
  };
