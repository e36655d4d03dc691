import type { CaseEvent } from '../../../functions/case/case-fact.ts';
import type { Invariant } from './invariant.ts';

const day = 86_400_000;
/** Retries, deliveries that come again, and the safety net behind them. */
const SOON = 2 * day;
const followed = [
  [['triage'], 'case-closed'],
  [['fraud-review', 'dispute-review'], 'investigation-concluded'],
] as const;
const turns: readonly CaseEvent['fact']['kind'][] = ['case-cancelled', 'case-reopened', 'case-linked'];

/** I10: a run goes on when the work that it waits for is done; it does not sit until its time is out. */
export const goesOn: Invariant = {
  name: 'I10 a run goes on when its work is done',
  watch: ({ truth, lastFault }, life, fail) => ({
    settled() {
      const calmAt = Math.max(life.calmAt, lastFault());
      for (const [caseId, { events, current }] of truth.cases) {
        const asked = events.find(({ at, fact }) => isStep(fact) && Date.parse(at) > calmAt + SOON);
        if (asked) fail(`${caseId}: a person was asked about a step long after the last fault`);
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
  }),
};

const isStep = (fact: CaseEvent['fact']): boolean => fact.kind === 'task-opened' && !!fact.data.step;

const lastDone = (events: readonly CaseEvent[], kinds: readonly string[]): number =>
  Math.max(
    0,
    ...events
      .filter(({ fact }) => fact.kind === 'task-completed' && kinds.includes(fact.data.taskId.split('.')[2] ?? ''))
      .map(({ at }) => Date.parse(at)),
  );
