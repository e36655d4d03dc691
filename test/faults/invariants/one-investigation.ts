import type { Invariant } from './invariant.ts';

/** I4: what is suspicious is looked at once: one investigation, one task for each department, each finding in one. */
export const oneInvestigation: Invariant = {
  name: 'I4 one investigation',
  watch: ({ truth }, _, fail) => ({
    wrote(_write, event) {
      if (!event) return;
      const { events, current } = truth.of(event.caseId);
      const count = (kind: string) => events.filter(({ fact }) => fact.kind === kind).length;
      if (event.fact.kind === 'case-reviewed' && count('case-reviewed') > 1) fail('a case was reviewed twice');
      if (event.fact.kind === 'investigation-opened' && count(event.fact.kind) > 1) fail('it was investigated twice');
      if (event.fact.kind === 'investigation-concluded' && count(event.fact.kind) > 1) fail('it was concluded twice');
      if (event.fact.kind !== 'task-opened') return;
      const { taskId, kind } = event.fact.data;
      if (current.tasks.filter((task) => task.taskId === taskId).length > 1) fail(`${taskId} was opened twice`);
      if (kind !== 'failed-step' && current.tasks.filter((task) => task.kind === kind).length > 1)
        fail(`${event.caseId} has two tasks of kind ${kind}`);
    },
    settled() {
      for (const [caseId, { current }] of truth.cases) {
        if (current.investigation === 'open') fail(`the investigation of ${caseId} never ended`);
        if (current.investigation === 'none' || current.tasks.some((task) => task.step)) continue;
        for (const { transactionId, department } of current.findings ?? []) {
          const kind = department === 'fraud' ? 'fraud-review' : 'dispute-review';
          const tasks = current.tasks.filter((task) => task.kind === kind && task.concerns?.includes(transactionId));
          if (tasks.length !== 1) fail(`${transactionId} of ${caseId} was looked at ${tasks.length} times`);
        }
      }
    },
  }),
};
