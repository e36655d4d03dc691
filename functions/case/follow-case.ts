import { type CarryOutWorld, carryOutOrAsk } from '../approval/carry-out.ts';
import type { NewsStore } from '../report/news-store.ts';
import { isNews } from '../report/report.ts';
import type { Instant } from '../shared/now.ts';
import { answerWait } from '../task/answer-wait.ts';
import type { Task } from '../task/task.ts';
import { waitingFor, waitOf } from '../task/wait.ts';
import type { Case } from './case.ts';
import type { CaseEvent, CaseFact } from './case-fact.ts';
import { fold } from './case-store.ts';
import type { CaseViewStore } from './case-view-store.ts';
import type { CaseWorkflow } from './case-workflow.ts';
import { endWaiting } from './wait-for-customer.ts';

type World = Parameters<typeof answerWait>[0] &
  CarryOutWorld & { views: CaseViewStore; workflow: CaseWorkflow; news: NewsStore };

/**
 * After each event: brings the lists up to date, notes what the reports have to count, and does what a fast path should have done and may not have:
 * start the run of an opened case, tell a waiting run that its work is done, carry out what was approved. Safe to do
 * again.
 */
export async function followCase(world: World, event: CaseEvent, at: Instant): Promise<void> {
  const events = await world.cases.history(event.caseId);
  const current = fold(events);
  const touched = tasksTouchedBy(event.fact, current);
  const rows = touched.map((task) => ({ seq: events.length, task }));
  await world.views.project(current, events.length, rows);
  if (isNews(event.fact)) await world.news.note(event, event.at);
  await catchUp(world, current, event.fact, at);
}

function tasksTouchedBy({ kind, data }: CaseFact, { tasks }: Case): Task[] {
  if (kind === 'case-transferred') return tasks;
  return 'taskId' in data ? tasks.filter((task) => task.taskId === data.taskId) : [];
}

async function catchUp(world: World, current: Case, fact: CaseFact, at: Instant): Promise<void> {
  if (fact.kind === 'case-opened' || fact.kind === 'run-restarted') return world.workflow.start(current);
  if (fact.kind === 'survey-answered') return answerWait(world, current, waitingFor.survey(fact.data.cycle));
  const { caseId } = current;
  const net = { by: 'safety-net', at };
  if (current.waiting?.heard) await world.cases.change(caseId, net, endWaiting);
  if (fact.kind === 'approval-decided') return carryOutOrAsk(world, caseId, net, fact.data.approvalId);
  if (fact.kind !== 'task-completed') return;
  const task = current.tasks.find((one) => one.taskId === fact.data.taskId);
  if (task?.step === 'unfreeze-accounts' && task.outcome === 'retry')
    return carryOutOrAsk(world, caseId, net, task.taskId);
  const restarted = await world.cases.change(caseId, net, restartRun(fact.data.taskId));
  if (restarted.attempt > current.attempt) return world.workflow.start(restarted);
  const waiting = waitOf(fact.data.taskId, current);
  if (waiting) await answerWait(world, current, waiting);
}

/** Somebody looked at a run that died and says to try again: the next run goes on from the history. */
export const restartRun =
  (taskId: string) =>
  (current: Case): CaseFact[] => {
    const task = current.tasks.find((one) => one.taskId === taskId);
    const asked = current.tasks.filter((one) => one.step === 'case-run' && one.outcome === 'retry');
    const due = current.status === 'open' && task?.step === 'case-run' && task.outcome === 'retry';
    return due && current.attempt <= asked.length
      ? [{ kind: 'run-restarted', data: { attempt: current.attempt + 1, after: taskId } }]
      : [];
  };
