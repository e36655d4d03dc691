import { cycleOf } from '../../../functions/shared/ids.ts';
import { countOf, ofThisCycle } from './cycle.ts';
import type { Invariant } from './invariant.ts';

/** Once in the cycle of a case, whatever comes again. */
const once = ['case-reviewed', 'investigation-opened', 'investigation-concluded', 'complaint-acknowledged'] as const;
/** Of these a cycle may have several. */
const several = ['failed-step', 'follow-up', 'complaint-response'];

/** I4: what is suspicious is looked at once: one investigation, one task for each department, each finding in one. */
export const oneInvestigation: Invariant = {
  name: 'I4 one investigation',
  watch: ({ truth }, _, fail) => ({
    wrote(_write, event) {
      if (!event) return;
      const { events, current } = truth.of(event.caseId);
      const { fact } = event;
      for (const kind of once)
        if (fact.kind === kind && countOf(ofThisCycle(events), kind) > 1) fail(`${kind} twice in ${event.caseId}`);
      if (fact.kind !== 'task-opened') return;
      const { taskId, kind } = fact.data;
      if (current.tasks.filter((task) => task.taskId === taskId).length > 1) fail(`${taskId} was opened twice`);
      const same = current.tasks.filter((task) => task.kind === kind && cycleOf(task.taskId) === cycleOf(taskId));
      if (!several.includes(kind) && same.length > 1) fail(`${event.caseId} has two tasks of kind ${kind}`);
    },
    settled() {
      for (const [caseId, { current }] of truth.cases) {
        if (current.status !== 'closed') continue;
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
