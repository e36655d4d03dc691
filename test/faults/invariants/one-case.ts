import type { Invariant } from './invariant.ts';

/** I1, first half: each accepted report has exactly one case, and no card or payment has two open ones. */
export const oneCase: Invariant = {
  name: 'I1 one case for each report',
  watch({ truth }, { accepted }, fail) {
    const casesOf = new Map<string, Set<string>>();
    return {
      wrote(_, event) {
        if (!event) return;
        const { events } = truth.of(event.caseId);
        const { command, fact } = event;
        if (command && events.filter((one) => one.command?.id === command.id).length > 1)
          fail(`one request was recorded twice in ${event.caseId}`);
        if (fact.kind === 'interaction-recorded') {
          const { interactionId } = fact.data;
          const same = events.filter(
            (one) => one.fact.kind === 'interaction-recorded' && one.fact.data.interactionId === interactionId,
          );
          if (same.length > 1) fail(`${interactionId} was recorded ${same.length} times`);
        }
        if (fact.kind !== 'case-opened' && fact.kind !== 'case-reopened') return;
        if (fact.kind === 'case-opened' && event.seq !== 1) fail(`${event.caseId} was opened again`);
        const { current: opened } = truth.of(event.caseId);
        const cases = (casesOf.get(opened.customerId) ?? new Set()).add(event.caseId);
        casesOf.set(opened.customerId, cases);
        const theirs = [...cases].map((caseId) => truth.of(caseId).current);
        const open = theirs.filter(({ status, subject }) => status === 'open' && subject === opened.subject);
        if (open.length > 1) fail(`${opened.subject} has ${open.length} open cases`);
      },
      settled() {
        for (const { caseId, report } of accepted) {
          const { events } = truth.of(caseId);
          const about = events.some(({ fact }) => 'subject' in fact.data && fact.data.subject === report.subject);
          if (!about) fail(`the report of ${report.subject} was accepted as ${caseId}, which knows nothing of it`);
        }
      },
    };
  },
};
