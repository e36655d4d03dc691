import { CaseIsClosed } from '../shared/errors.ts';
import { CaseIsCancelled, CaseIsMerged } from '../shared/refusals.ts';
import type { Case } from './case.ts';

/** Nobody works on a case that is over. @throws CaseIsClosed, CaseIsCancelled, CaseIsMerged */
export function mustBeOpen({ caseId, status, cancelled, links }: Case): void {
  if (status === 'closed') throw new CaseIsClosed(caseId);
  if (status === 'cancelled') throw new CaseIsCancelled(caseId, cancelled?.by ?? '', cancelled?.reason ?? '');
  const into = links.find((link) => link.as === 'merged-into')?.caseId;
  if (status === 'merged') throw new CaseIsMerged(caseId, into ?? '');
}
