import type { CaseEvent, CaseFact } from '../case/case-fact.ts';
import type { LetterKind } from './mail.ts';

export const mailStates = ['sent', 'not-sent', 'unconfirmed', 'resend-asked', 'bounced', 'complained-about'] as const;
export type MailState = (typeof mailStates)[number];

/**
 * A mail about a case: `state` is what was told of it last, `at` when, `since` when it was first told of. `to` is the
 * id of its reader. An `unconfirmed` one was tried, and whether it went out nobody knows.
 */
export type MailOfCase = {
  mailId: string;
  letter: LetterKind;
  to: string;
  state: MailState;
  since: string;
  at: string;
  reason?: string;
};

type MailFact = Extract<CaseFact, { kind: `mail-${string}` }>;
const isOfMail = (fact: CaseFact): fact is MailFact => fact.kind.startsWith('mail-');

/** Every mail that the history of a case tells of, in the order in which they were first told of. */
export function mailsOf(events: readonly CaseEvent[]): MailOfCase[] {
  const mails = new Map<string, MailOfCase>();
  for (const { fact, at } of events) {
    if (!isOfMail(fact)) continue;
    const { mailId, letter, to } = fact.data;
    const state = fact.kind.slice('mail-'.length) as MailState;
    const reason = 'reason' in fact.data ? { reason: fact.data.reason } : {};
    mails.set(mailId, { mailId, letter, to, state, since: mails.get(mailId)?.since ?? at, at, ...reason });
  }
  return [...mails.values()];
}
