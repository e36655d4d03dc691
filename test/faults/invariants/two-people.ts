import type { Invariant } from './invariant.ts';

/** What was asked for is decided once, by somebody else, and done as often as it was agreed to. */
export const twoPeople: Invariant = {
  name: 'I2 two people',
  watch: ({ truth }, _, fail) => ({
    wrote(_write, event) {
      if (!event) return;
      const { current } = truth.of(event.caseId);
      const { fact, by } = event;
      if (fact.kind === 'approval-decided') {
        const asked = current.approvals.find(({ approvalId }) => approvalId === fact.data.approvalId);
        if (!asked) fail(`${fact.data.approvalId} was decided and never asked for`);
        if (asked?.requestedBy === by) fail(`${by} decided what ${by} had asked for`);
        if (asked?.decidedBy !== by) fail(`${fact.data.approvalId} was decided twice`);
      }
      if (fact.kind === 'goodwill-granted' && fact.data.approvalId) {
        const { approvalId } = fact.data;
        const granted = current.goodwill.filter((one) => one.approvalId === approvalId).length;
        const agreed = current.approvals.some((one) => one.approvalId === approvalId && one.decision === 'approved');
        if (granted > 1 || !agreed) fail(`${approvalId} was paid ${granted} times, ${agreed ? '' : 'not '}agreed to`);
      }
      if (fact.kind !== 'case-closed') return;
      const { type, resolution, cycle, approvals, tasks } = current;
      if (type !== 'complaint') return;
      const agreed = approvals.some(
        ({ request, decision }) =>
          request.action === 'reject-complaint' && request.cycle === cycle && decision === 'approved',
      );
      if (resolution === 'complaint-rejected' && !agreed) fail(`${event.caseId} was rejected by one person alone`);
      const answered = tasks.some((task) => task.kind === 'complaint-response' && task.outcome === resolution);
      const handled = tasks.some(({ step, outcome }) => step && outcome === 'handled');
      if (!answered && !handled) fail(`the complaint ${event.caseId} was closed, and nobody had decided so`);
    },
    settled() {
      for (const [caseId, { current }] of truth.cases)
        for (const { approvalId, decision } of current.approvals)
          if (!decision && current.status !== 'closed') fail(`${approvalId} of ${caseId} was never decided`);
    },
  }),
};
