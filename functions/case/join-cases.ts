import { AppError } from '../shared/errors.ts';
import { type Case, opposite } from './case.ts';
import type { CaseEvent } from './case-fact.ts';
import type { CaseStore, Change } from './case-store.ts';
import type { LinkKind } from './life-fact.ts';
import { link, tellStanding, unlink } from './link-case.ts';

/** What the case `caseId` is to the case `other`. */
export type Link = { caseId: string; other: string; as: LinkKind; noteId?: string | undefined };

// The half that is written first, and that the other follows: the one that forbids what would contradict it. A child can
// have no other parent, and a case that takes in another cannot be merged itself.
const first: readonly LinkKind[] = ['child', 'merged-from'];
const isFirst = ({ as }: Link): boolean => first.includes(as);
/** The other half. What was noted is about the customer of the case that was named, and stays there. */
const mirrored = ({ caseId, other, as }: Link): Link => ({ caseId: other, other: caseId, as: opposite[as] });
const halfOf = ({ other, as, noteId }: Link) => ({ caseId: other, as, noteId });

function halvesOf(cases: CaseStore, asked: Link, change: Change) {
  const mirror = mirrored(asked);
  const [one, rest] = isFirst(asked) ? [asked, mirror] : [mirror, asked];
  const inTheirName = { by: change.by, at: change.at };
  const write = (half: Link, decide: typeof link) =>
    cases.change(half.caseId, half === asked ? change : inTheirName, decide(halfOf(half)));
  return { one, rest, write };
}

/**
 * Links two cases, one half in the history of each. What the second refuses is taken back in the first; what a crash left
 * undone, the stream does. Safe to do again.
 * @param change is by whoever asks, for the case they named; the other half is done in their name
 */
export async function join(cases: CaseStore, asked: Link, change: Change): Promise<Case> {
  const answered = change.command && (await cases.answered(asked.caseId, change.command));
  if (answered) return answered;
  const { one, rest, write } = halvesOf(cases, asked, change);
  const begun = await write(one, link);
  try {
    const ended = await write(rest, link);
    return one === asked ? begun : ended;
  } catch (error) {
    if (error instanceof AppError)
      await cases.change(one.caseId, { by: change.by, at: change.at }, unlink(halfOf(one)));
    throw error;
  }
}

/** Takes both halves of a link off, the first first: the other always follows it. Safe to do again. */
export async function part(cases: CaseStore, asked: Link, change: Change): Promise<Case> {
  const answered = change.command && (await cases.answered(asked.caseId, change.command));
  if (answered) return answered;
  const { one, rest, write } = halvesOf(cases, asked, change);
  const begun = await write(one, unlink);
  const ended = await write(rest, unlink);
  return one === asked ? begun : ended;
}

/** Whether the stream has to see to the cases that this one hangs together with. */
export const isAboutLinks = ({ links }: Case, { kind }: CaseEvent['fact']): boolean =>
  kind === 'case-unlinked' || (links.length > 0 && /^case-(linked|closed|cancelled|reopened)$/.test(kind));

/** After an event: the second half of a link follows the first, and a parent is told how its child stands. Safe to do again. */
export async function settleLinks(cases: CaseStore, current: Case, { fact, by, at }: CaseEvent): Promise<void> {
  const { caseId, links } = current;
  if (fact.kind === 'case-linked' || fact.kind === 'case-unlinked') {
    const { caseId: other, as } = fact.data;
    const one = { caseId, other, as };
    const stands = links.some((link) => link.caseId === other && link.as === as);
    if (isFirst(one)) await (stands ? joinOrPart : part)(cases, one, { by, at });
  }
  for (const { caseId: parent, as } of links) {
    if (as === 'child') await cases.change(parent, { by: 'safety-net', at }, tellStanding(current));
  }
}

async function joinOrPart(cases: CaseStore, one: Link, change: Pick<Change, 'by' | 'at'>): Promise<void> {
  try {
    await join(cases, one, change);
  } catch (error) {
    if (!(error instanceof AppError) || error.status !== 409) throw error; // otherwise it was refused, and is taken back
  }
}
