import type { Caller, Scope } from '../shared/caller.ts';
import { CaseNotFound } from '../shared/errors.ts';
import type { Case } from './case.ts';

/** What does not exist and what is somebody else's is the same to a caller. @throws CaseNotFound */
export function mustSee(current: Case, caseId: string, { caller, scope }: { caller: Caller; scope: Scope }): Case {
  const seen = current.status !== 'none' && (scope !== 'own' || current.customerId === caller.id);
  if (!seen) throw new CaseNotFound(caseId);
  return current;
}
