import { carryOutOrAsk } from '../approval/carry-out.ts';
import type { EventBus } from '../event-bus/event-bus-gateway.ts';
import { measure } from '../report/business-metrics.ts';
import type { Instant } from '../shared/now.ts';
import { publicEventOf } from '../survey/tell-others.ts';
import { answerWait } from '../task/answer-wait.ts';
import { taskIn } from '../task/task.ts';
import { waitingFor, waitOf } from '../task/wait.ts';
import { askForTheRest } from './cancel-case.ts';
import { type Case, isPast, isUnasked } from './case.ts';
import type { CaseEvent, CaseFact } from './case-fact.ts';
import { fold } from './case-store.ts';
import { endRuns, type RunsWorld } from './end-runs.ts';
import { isAboutLinks, settleLinks } from './join-cases.ts';
import { continueCase } from './reopen-case.ts';
import type { ReportStore } from './report-store.ts';
import { type ListsWorld, showInLists } from './show-in-lists.ts';
import { type AnswerWorld, takeAnswer } from './take-answer.ts';
import { endWaiting } from './wait-for-customer.ts';
import { mayEndWork } from './wait-for-work.ts';

type World = RunsWorld &
  AnswerWorld &
  ListsWorld & {
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
  fact.kind === 'case-continued' ||
  fact.kind === 'approval-decided' ||
  (fact.kind === 'task-completed' && !!taskIn(current, fact.data.taskId)?.step) ||
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
  }
  if (mayEndWork({ fact, by }, current)) await answerWait(world, current, waitingFor.work(current.cycle));
  if (fact.kind !== 'task-completed') return;
  const task = taskIn(current, fact.data.taskId);
  if (task?.step && (await takeAnswer(world, current, task, net))) return;
  const waiting = waitOf(fact.data.taskId, current);
  if (waiting) await answerWait(world, current, waiting);
}
