import type { Case } from './case.ts';
import type { CaseStore, Change } from './case-store.ts';
import { join, part } from './join-cases.ts';
import { mustBeAnother, mustBeOfOneCustomer } from './link-case.ts';

type Merging = { seen: Case; target: Case; noteId?: string | undefined };

/**
 * A case goes on as a part of another about the same customer: its tasks are taken back and its runs end, both timelines
 * stay, and a later report of its card joins the other. Merging it again changes nothing.
 * @throws InvalidRequest for another customer's case, and whatever `link` throws
 */
export async function mergeCase(cases: CaseStore, { seen, target, noteId }: Merging, change: Change): Promise<Case> {
  const { caseId } = seen;
  mustBeAnother('into', caseId, target.caseId);
  mustBeOfOneCustomer('into', seen, target);
  return join(cases, { caseId, other: target.caseId, as: 'merged-into', noteId }, change);
}

/** It is a case of its own again, in a new cycle and with a run of its own; one that was never merged stays as it is. */
export async function unmergeCase(cases: CaseStore, { caseId, links }: Case, change: Change): Promise<Case> {
  const into = links.find(({ as }) => as === 'merged-into')?.caseId;
  if (!into) return cases.change(caseId, change, () => []);
  return part(cases, { caseId, other: into, as: 'merged-into' }, change);
}

/** The two are neither parent nor child of each other any more; merged cases stay merged. */
export async function partFamily(cases: CaseStore, { caseId, links }: Case, other: string, change: Change) {
  const found = links.find((link) => link.caseId === other && (link.as === 'parent' || link.as === 'child'));
  if (!found) return cases.change(caseId, change, () => []);
  return part(cases, { caseId, other, as: found.as }, change);
}
