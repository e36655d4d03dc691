import { InvalidRequest } from '../shared/errors.ts';
import type { Case } from './case.ts';
import type { CaseFact } from './case-fact.ts';
import type { LinkKind } from './life-fact.ts';
import { CaseHasOthers, CaseIsLinked, FreezeNotEnded } from './link-refusals.ts';
import { mustBeOpen } from './must-be-open.ts';

/** One half of a link: what a case is to the other. Each half stands in the history of its case. */
export type Half = { caseId: string; as: LinkKind; noteId?: string | undefined };

const holds = ({ links }: Case, { caseId, as }: Half): boolean =>
  links.some((link) => link.caseId === caseId && link.as === as);

const hangingOn = ({ links }: Case): string[] =>
  links.filter(({ as }) => as === 'parent' || as === 'merged-from').map(({ caseId }) => caseId);

/**
 * A case becomes what the half says; one that is so already stays as it is. Children and what was merged into others hang
 * on one case, which hangs on none: so no links lead in a circle.
 * @throws CaseIsClosed, CaseIsCancelled, CaseIsMerged, CaseIsLinked, CaseHasOthers, FreezeNotEnded
 */
export const link =
  (half: Half) =>
  (current: Case): CaseFact[] => {
    if (holds(current, half)) return [];
    mustBeOpen(current);
    const parent = current.links.find(({ as }) => as === 'child');
    const others = hangingOn(current);
    if (half.as === 'child' || half.as === 'merged-into') {
      if (others.length > 0) throw new CaseHasOthers(current.caseId, others);
      if (half.as === 'child' && parent) throw new CaseIsLinked(current.caseId, parent);
    } else if (half.as === 'parent' && parent) throw new CaseIsLinked(current.caseId, parent);
    if (half.as === 'merged-into' && isFreezing(current)) throw new FreezeNotEnded(current.caseId);
    const { noteId, ...data } = half;
    return [{ kind: 'case-linked', data: { ...data, ...(noteId && { noteId }) } }];
  };

const isFreezing = ({ type, frozenAt, settled }: Case): boolean =>
  type !== 'complaint' && !frozenAt && !settled.includes('freeze-accounts');

/** A link is taken off; what it was merged into goes on without it. Nothing to take off changes nothing. */
export const unlink =
  ({ caseId, as }: Half) =>
  (current: Case): CaseFact[] =>
    holds(current, { caseId, as }) ? [{ kind: 'case-unlinked', data: { caseId, as } }] : [];

/** How a child or a merged case stands, in the history of the case it hangs on. */
export const tellStanding =
  ({ caseId, status }: Pick<Case, 'caseId' | 'status'>) =>
  ({ links }: Case): CaseFact[] =>
    status !== 'none' && links.some((one) => one.caseId === caseId && one.as === 'parent' && one.standing !== status)
      ? [{ kind: 'linked-case-changed', data: { caseId, standing: status } }]
      : [];

/** Only what one customer is told of is told together. @throws InvalidRequest naming the field that names the other case */
export function mustBeOfOneCustomer(field: string, one: Case, other: Case): void {
  if (one.customerId === other.customerId) return;
  throw new InvalidRequest([{ field, message: `${other.caseId} is about another customer` }]);
}

/** @throws InvalidRequest */
export function mustBeAnother(field: string, caseId: string, other: string): void {
  if (caseId === other) throw new InvalidRequest([{ field, message: 'must be another case' }]);
}
