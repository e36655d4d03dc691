import type { CaseEvent } from '../../../functions/case/case-fact.ts';
import { factsOf } from './cycle.ts';
import type { Invariant } from './invariant.ts';

const day = 86_400_000;
/** Retries, deliveries that come again, and the safety net behind them. */
const SOON = 2 * day;
const A_MONTH = 30 * day;
const followed = [
  [['triage', 'complaint-response', 'follow-up'], 'case-closed'],
  [['fraud-review', 'dispute-review'], 'investigation-concluded'],
] as const;
const turns: readonly CaseEvent['fact']['kind'][] = [
  ...(['case-cancelled', 'case-reopened', 'case-linked'] as const),
  'approval-requested',
];

/** I10: a run goes on when the work that it waits for is done; it does not sit until its time is out. */
export const goesOn: Invariant = {
  name: 'I10 a run goes on when its work is done',
  watch({ truth, lastFault }, life, fail) {
    const ends: { run: string; doneAt: number; endedAt: number }[] = [];
    return {
      ended({ beginning: { name: run, machineName, input }, end }) {
        const { caseId, cycle, round = 1 } = JSON.parse(input) as { caseId: string; cycle: number; round?: number };
        // An answer that comes late is kept and counts for nothing: the run waits on.
        const isDone = ({ fact: { kind, data } }: CaseEvent): boolean =>
          machineName === 'survey'
            ? kind === 'survey-answered' && !data.late && data.cycle === cycle && (data.round ?? 1) === round
            : kind === 'case-cancelled' || (kind === 'case-reopened' && data.cycle > cycle);
        const { events } = truth.of(caseId);
        const done = events.find(isDone);
        if (done && end) ends.push({ run, doneAt: Date.parse(saidAfter(events, done).at), endedAt: end.stopDate });
      },
      settled() {
        const calmAt = Math.max(life.calmAt, lastFault());
        for (const { run, doneAt, endedAt } of ends)
          if (endedAt > Math.max(doneAt, calmAt) + SOON) fail(`${run} ended days after it had nothing left to do`);
        for (const [caseId, { events, current }] of truth.cases) {
          const late = events.filter(({ at }) => Date.parse(at) > calmAt + SOON);
          if (late.some((event) => isStep(event) && !waitedInVain(events, event)))
            fail(`${caseId}: a person was asked about a step long after the last fault`);
          for (const { unexplained } of factsOf(late, 'case-reconciled'))
            fail(`${caseId}: ${unexplained} long after the last fault`);
          // A step that failed, or a turn of the case, leads elsewhere, and by people who take their time.
          if (current.tasks.some(({ step }) => step) || events.some(({ fact }) => turns.includes(fact.kind))) continue;
          for (const [work, result] of followed) {
            const done = lastDone(events, work);
            const went = events.find(({ fact }) => fact.kind === result);
            const from = Math.max(done, calmAt);
            if (done > 0 && went && Date.parse(went.at) > from + SOON)
              fail(`${caseId}: ${result} came days after its work was done`);
          }
        }
      },
    };
  },
};

/** When it was done while a person was asked about a step, the run waits for what they say, and people take their time. */
function saidAfter(events: readonly CaseEvent[], done: CaseEvent): CaseEvent {
  const asked = events
    .slice(0, done.seq)
    .flatMap(({ fact }) => (fact.kind === 'task-opened' && fact.data.step ? [fact.data.taskId] : []));
  const said = events
    .slice(done.seq)
    .findLast(({ fact }) => fact.kind === 'task-completed' && asked.includes(fact.data.taskId));
  return said ?? done;
}

/** A run asks a person for a month, and then gives up: operations are asked about the run itself. */
const waitedInVain = (events: readonly CaseEvent[], { at, fact }: CaseEvent): boolean =>
  fact.kind === 'task-opened' &&
  fact.data.step === 'case-run' &&
  events.some(
    (before) =>
      before.fact.kind === 'task-opened' &&
      !!before.fact.data.step &&
      Date.parse(at) - Date.parse(before.at) >= A_MONTH,
  );

const isStep = ({ fact }: CaseEvent): boolean => fact.kind === 'task-opened' && !!fact.data.step;

const lastDone = (events: readonly CaseEvent[], kinds: readonly string[]): number =>
  Math.max(
    0,
    ...events
      .filter(({ fact }) => fact.kind === 'task-completed' && kinds.includes(fact.data.taskId.split('.')[2] ?? ''))
      .map(({ at }) => Date.parse(at)),
  );
