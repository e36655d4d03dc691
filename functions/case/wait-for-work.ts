import { CaseHasOpenWork } from '../shared/errors.ts';
import { taskIn } from '../task/task.ts';
import type { Case } from './case.ts';
import type { CaseEvent, CaseFact } from './case-fact.ts';
import { openWork, workOfPeople } from './open-work.ts';

/** @throws CaseHasOpenWork when nobody works on what keeps the case from being closed: waiting would not help */
export function mustBeWorkedOn(current: Case): CaseFact[] {
  const open = current.status === 'open' ? openWork(current) : [];
  if (open.length > 0 && workOfPeople(current).length === 0) throw new CaseHasOpenWork(current.caseId, open);
  return [];
}

const decided = new Set<CaseFact['kind']>([
  'approval-decided',
  'goodwill-granted',
  'unfrozen',
  'linked-case-changed',
  'case-unlinked',
]);

/** Whether it can have been the last thing that kept the case from being closed; what a task is waited for is told by it. */
export function mayEndWork({ fact, by }: Pick<CaseEvent, 'fact' | 'by'>, current: Case): boolean {
  if (fact.kind === 'task-completed') return !!taskIn(current, fact.data.taskId)?.step;
  return decided.has(fact.kind) || (fact.kind === 'case-closed' && by !== 'workflow');
}
