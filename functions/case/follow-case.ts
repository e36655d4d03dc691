import { type CarryOutWorld, carryOutOrAsk } from '../approval/carry-out.ts';
import type { EventBus } from '../event-bus/event-bus-gateway.ts';
import { measure } from '../report/business-metrics.ts';
import { cycleOf } from '../shared/ids.ts';
import type { Instant } from '../shared/now.ts';
import { endSurvey, goOnWithSurvey } from '../survey/go-on-with-survey.ts';
import { publicEventOf } from '../survey/tell-others.ts';
import { answerWait } from '../task/answer-wait.ts';
import { isAboutADeadSurvey } from '../task/failed-step.ts';
import { waitingFor, waitOf } from '../task/wait.ts';
import { askForTheRest } from './cancel-case.ts';
import { type Case, isLive, isPast, isUnasked, tasksOf } from './case.ts';
import type { CaseEvent, CaseFact } from './case-fact.ts';
import { fold } from './case-store.ts';
import type { CaseWorkflow } from './case-workflow.ts';
import { endRuns, type RunsWorld } from './end-runs.ts';
import { isAboutLinks, settleLinks } from './join-cases.ts';
import { continueCase } from './reopen-case.ts';
import type { ReportStore } from './report-store.ts';
import type { Machines } from './runs.ts';
import { type ListsWorld, showInLists } from './show-in-lists.ts';
import { endWaiting } from './wait-for-customer.ts';

type World = RunsWorld &
  CarryOutWorld &
  ListsWorld & {
    machines: Machines;
    workflow: CaseWorkflow;
    reports: ReportStore;
    bus: EventBus;
    /** Tells whoever keeps the list of promises that the clocks of the case may have moved. */
    clocks?: (event: CaseEvent) => Promise<void>;
  };

/**
 * After each event: brings the lists up to date, notes what the reports have to count, and does what a fast path should
 * have done and may not have: start the run of an opened case, end those of one that is over, tell a waiting run that its work is done, carry out
 * what was approved; and tells others what they may know. Safe to do again.
 *
 * `seqs` are the events of one case that came together: its history is read and shown once for all of them, and again
 * only behind an event after which something was done.
 */
export function followCase(world: World, seqs: readonly number[]): (event: CaseEvent, at: Instant) => Promise<void> {
  let known: { events: readonly CaseEvent[]; current: Case } | undefined;
  let shown = false;
  return async (event, at) => {
    const events = known?.events ?? (await world.cases.history(event.caseId));
    const { current } = known ?? { current: fold(events) };
    if (!shown) await showInLists(world, current, events, seqs);
    shown = true;
    known = { events, current };
    measure(event, current);
    await world.clocks?.(event);
    if (isTurn(event.fact) || mayChange(event.fact, current)) known = undefined;
    if (isAboutLinks(current, event.fact)) await settleLinks(world.cases, current, event);
    if (isTurn(event.fact)) await takeTurn(world, current, events, at);
    else await catchUp(world, current, event, at);
    const told = publicEventOf(event, current);
    if (told) await world.bus.publish(told);
  };
}

/** Whether what is done after it may change the case. */
const mayChange = (fact: CaseFact, current: Case): boolean =>
  ['case-continued', 'approval-decided', 'task-completed'].includes(fact.kind) ||
  isAboutLinks(current, fact) ||
  !!current.waiting?.heard ||
  (!!current.cancelled && fact.kind === 'frozen');

/** Whether the case began, ended before its time, or began anew. */
const isTurn = ({ kind, data }: CaseFact): boolean =>
  kind === 'case-opened' ||
  kind === 'case-cancelled' ||
  kind === 'case-reopened' ||
  kind === 'run-restarted' ||
  ((kind === 'case-linked' || kind === 'case-unlinked') && data.as === 'merged-into');

/** Its runs begin and end with it. */
async function takeTurn(world: World, current: Case, events: readonly CaseEvent[], at: Instant): Promise<void> {
  if (current.cycle > 1 || isPast(current, current.cycle)) await endRuns(world, current, events);
  if (current.status === 'open' || isUnasked(current)) return world.workflow.start(current);
  if (current.cancelled) await askForWhatIsHeld(world, current, at);
}

/** In the name of whoever cancelled, so that somebody else has to agree. */
const askForWhatIsHeld = ({ cases }: World, { caseId, cancelled }: Case, at: Instant): Promise<Case> =>
  cases.change(caseId, { by: cancelled?.by ?? '', at }, askForTheRest);

async function catchUp(world: World, current: Case, { fact, by }: CaseEvent, at: Instant): Promise<void> {
  if (fact.kind === 'survey-answered' || fact.kind === 'survey-declined') {
    await answerWait(world, current, waitingFor.survey(fact.data.cycle, fact.data.round));
    return;
  }
  const { caseId } = current;
  if (fact.kind === 'case-continued') await continueCase(world, current, fact.data.channel, { by, at });
  const net = { by: 'safety-net', at };
  if (current.cancelled && fact.kind === 'frozen') await askForWhatIsHeld(world, current, at);
  if (current.waiting?.heard) await world.cases.change(caseId, net, endWaiting);
  if (fact.kind === 'approval-decided') {
    await carryOutOrAsk(world, caseId, net, fact.data.approvalId);
    await answerWait(world, current, waitingFor.approval(current.cycle));
    return;
  }
  if (fact.kind !== 'task-completed') return;
  const task = current.tasks.find((one) => one.taskId === fact.data.taskId);
  if (task?.step === 'unfreeze-accounts' && task.outcome === 'retry')
    return carryOutOrAsk(world, caseId, net, task.taskId);
  if (task && isAboutADeadSurvey(task)) return goOnWithSurvey(world, current, task, net);
  if (task?.step === 'conclude-survey' && task.outcome === 'handled') await endSurvey(world, task, net);
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
    const asked = tasksOf(current).filter((one) => one.step === 'case-run' && one.outcome === 'retry');
    const goesOn = isLive(current, cycleOf(taskId)) || isUnasked(current, cycleOf(taskId));
    const due = goesOn && task?.step === 'case-run' && task.outcome === 'retry';
    return due && current.attempt <= asked.length
      ? [{ kind: 'run-restarted', data: { attempt: current.attempt + 1, after: taskId } }]
      : [];
  };
