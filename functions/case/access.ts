import type { Caller, Scope } from '../shared/caller.ts';
import { CaseNotFound } from '../shared/errors.ts';
import type { Case } from './case.ts';

/** Who looks; `about` is told whose data it is, also when they may not see it. */
export type Looking = { caller: Caller; scope: Scope; about?: (customerId: string) => void };

/**
 * What does not exist and what is somebody else's is the same to a caller. Whoever works within their teams sees
 * tasks, and of cases all or none: a row of the route table that says otherwise opens nothing. @throws CaseNotFound
 */
export function mustSee(current: Case, caseId: string, request: Looking): Case {
  const { caller, scope, about } = request;
  if (current.status !== 'none') about?.(current.customerId);
  const may = scope === 'any' || (scope === 'own' && current.customerId === caller.id);
  if (current.status === 'none' || !may) throw new CaseNotFound(caseId);
  return current;
}
