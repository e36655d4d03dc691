import type { Invariant } from './invariant.ts';

/** Steps after which nobody is asked how it went, when a person says they are handled. */
const last = ['case-run', 'close-case', 'survey-customer', 'invite-customer'];

/** I1, second half, and I12: with no faults any more, every case is closed and every survey is over. */
export const allEnds: Invariant = {
  name: 'I12 everything settles',
  watch: ({ truth, running, dead }, { alarms }, fail) => ({
    settled() {
      for (const [caseId, { current }] of truth.cases) {
        if (current.status !== 'closed') fail(`${caseId} is still ${current.status}`);
        const handled = current.tasks.some(({ step, outcome }) => step && last.includes(step) && outcome === 'handled');
        if (current.surveys.some(({ status }) => status === 'invited')) fail(`the survey of ${caseId} never ended`);
        if (current.surveys.length === 0 && !handled && !alarms.includes(caseId))
          fail(`${caseId} was closed and nobody was asked about it`);
      }
      for (const { name } of running().map(({ beginning }) => beginning)) fail(`${name} still runs`);
      if (dead.length > 0) fail(`${dead.length} dead letters were left`);
    },
  }),
};
