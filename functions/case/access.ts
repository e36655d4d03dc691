import type { Caller, Scope } from '../shared/caller.ts';
import { CaseNotFound } from '../shared/errors.ts';
import type { Case } from './case.ts';

/**
 * What does not exist and what is somebody else's is the same to a caller. Whoever works within their teams sees
 * tasks, and of cases all or none: a row of the route table that says otherwise opens nothing. @throws CaseNotFound
 */
export function mustSee(current: Case, caseId: string, { caller, scope }: { caller: Caller; scope: Scope }): Case {
  const may = scope === 'any' || (scope === 'own' && current.customerId === caller.id);
  if (current.status === 'none' || !may) throw new CaseNotFound(caseId);
  return current;
}
