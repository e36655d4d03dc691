import type { Case } from '../../../functions/case/case.ts';
import type { CaseEvent } from '../../../functions/case/case-fact.ts';
import { isOpen } from '../../../functions/task/task.ts';
import type { Invariant } from './invariant.ts';

/** Steps after which nobody is asked how it went, when a person says they are handled. */
const last = ['case-run', 'close-case', 'survey-customer', 'invite-customer'];

/** I1, second half, and I12: with no faults any more, every case has ended, with all of its work and every survey. */
export const allEnds: Invariant = {
  name: 'I12 everything settles',
  watch: ({ truth, running, dead }, _life, fail) => ({
    settled() {
      for (const [caseId, { current, events }] of truth.cases) {
        if (current.status === 'open') fail(`${caseId} is still open`);
        for (const task of current.tasks.filter(isOpen)) fail(`${task.taskId} is still to be done`);
        if (current.surveys.some(({ status }) => status === 'invited')) fail(`the survey of ${caseId} never ended`);
        for (const cycle of unasked(current, events))
          fail(`${caseId} was closed in cycle ${cycle}, and nobody was asked`);
      }
      for (const { name } of running().map(({ beginning }) => beginning)) fail(`${name} still runs`);
      if (dead.length > 0) fail(`${dead.length} dead letters were left`);
    },
  }),
};

/** The cycles that ended with a close, and after which the customer was neither asked nor was it said why not. */
function unasked(current: Case, events: readonly CaseEvent[]): number[] {
  const closed: number[] = [];
  let cycle = 1;
  for (const { fact } of events) {
    if (fact.kind === 'case-reopened') cycle = fact.data.cycle;
    if (fact.kind === 'case-closed') closed.push(cycle);
  }
  const handled = current.tasks.some(({ step, outcome }) => step && last.includes(step) && outcome !== 'retry');
  if (handled) return [];
  // Of one that was taken up again at once, nobody is asked how it went until then.
  return closed.filter((one) => one === current.cycle && !current.surveys.some((survey) => survey.cycle === one));
}
