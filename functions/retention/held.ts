import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/case-fact.ts';
import { textIdOf } from '../customer/text.ts';
import { after, day, type Instant } from '../shared/now.ts';
import { DataClass, type RetentionRules } from './retention.ts';

/** The rows of the vault that the history of a case refers to, by the class of what stands in them. */
export type Held = Record<DataClass, string[]>;

export function heldFor(events: readonly CaseEvent[]): Held {
  const held: Held = { conversations: [], notes: [], comments: [], mails: [] };
  const text = (of: DataClass, reference: string | undefined) =>
    reference && held[of].push(`text#${textIdOf(reference)}`);
  for (const { fact } of events) {
    if (fact.kind === 'interaction-recorded') text('conversations', fact.data.textId);
    if ('noteId' in fact.data) text('notes', fact.data.noteId);
    if (fact.kind === 'survey-answered') {
      text('comments', fact.data.commentId);
      for (const answer of fact.data.answers ?? []) if (answer.kind === 'text') text('comments', answer.textId);
    }
    if (fact.kind.startsWith('mail-') && 'mailId' in fact.data) held.mails.push(`mail#${fact.data.mailId}`);
  }
  return held;
}

/** When the case ended; undefined while it is open, can be taken up again, or hangs on one that is open. */
export function endOf({ status, closedAt, reopenUntil, cancelled, links }: Case, at: Instant): Instant | undefined {
  if (links.some(({ as, standing }) => as !== 'child' && standing === 'open')) return undefined;
  if (status === 'closed') return at < (reopenUntil ?? '') ? undefined : closedAt;
  if (status === 'cancelled') return cancelled?.at;
  return status === 'merged' ? links.find(({ as }) => as === 'merged-into')?.since : undefined;
}

/** The classes whose time is over. */
export const overdue = (end: Instant, rules: RetentionRules, at: Instant): DataClass[] =>
  DataClass.options.filter((one) => after(end, rules[one] * day) <= at);
