import type { Case } from '../case/case.ts';
import type { CaseEvent, CaseFact } from '../case/case-fact.ts';
import { type CaseStore, fold } from '../case/case-store.ts';
import type { InvitationStore } from '../survey/invitation-store.ts';
import { surveyOf } from '../survey/survey.ts';
import { type LetterKind, mailId } from './mail.ts';
import type { Claim } from './mail-store.ts';
import { type MailWorld, type Sent, sendOnce } from './send-once.ts';
import type { Letter } from './words/letter.ts';
import { renderMail } from './words/render-mail.ts';

export type TellWorld = MailWorld & { cases: CaseStore; invitations: InvitationStore; publicUrl: string };

/** Which letter to the customer follows from what happened; most happenings ask for none. */
export function letterAfter(fact: CaseFact): LetterKind | undefined {
  switch (fact.kind) {
    case 'freeze-completed':
      return 'accounts-frozen';
    case 'case-closed':
      return 'case-closed';
    case 'case-cancelled':
      return 'case-cancelled';
    case 'case-reopened':
      return 'case-reopened';
    case 'waiting-reminded':
      return 'waiting-reminder';
    case 'complaint-acknowledged':
      return 'complaint-acknowledged';
    case 'complaint-stage-reached':
      return fact.data.stage === 'investigating' ? 'complaint-progress' : undefined;
    case 'survey-invited':
      return 'survey-invitation';
    case 'survey-reminded':
      return 'survey-reminder';
    case 'mail-resend-asked':
      return fact.data.letter;
    default:
      return undefined;
  }
}

/** Sends the customer the letter that follows from an event, and records what became of it. Safe to do again. */
export async function tellCustomer(world: TellWorld, event: CaseEvent, at: string): Promise<void> {
  const letter = letterAfter(event.fact);
  if (!letter) return;
  const { caseId } = event;
  const events = await world.cases.history(caseId);
  const origin = originOf(event, events);
  const then = fold(events.slice(0, origin.seq));
  const id = mailId(caseId, letter, event.seq, then.customerId);
  const claim = { mailId: id, letter, to: then.customerId, at, caseId };
  const sent = await sendOnce(world, claim, async () => {
    const words = await write(world, origin.fact, then);
    return (to, sender) => renderMail(words, to, sender);
  });
  await world.cases.change(caseId, { by: 'mail', at }, recordMail(sent, claim));
}

/** What a letter tells of: of one that goes out again, that is what the first one told of. */
function originOf(event: CaseEvent, events: CaseEvent[]): CaseEvent {
  if (event.fact.kind !== 'mail-resend-asked') return event;
  const { mailId: first, letter, to } = event.fact.data;
  const isFirst = ({ fact, caseId, seq }: CaseEvent) =>
    letterAfter(fact) === letter && mailId(caseId, letter, seq, to) === first;
  const earlier = events.find(isFirst);
  if (!earlier) throw new Error(`No letter ${letter} was asked for before event ${event.seq} of case ${event.caseId}`);
  return originOf(earlier, events);
}

/** Records what became of a mail, once. */
export const recordMail =
  (sent: Sent, { mailId, letter, to }: Pick<Claim, 'mailId' | 'letter' | 'to'>) =>
  (current: Case): CaseFact[] => {
    if (current.mails[mailId]) return [];
    if (sent === 'sent') return [{ kind: 'mail-sent', data: { mailId, letter, to } }];
    if (sent === 'unconfirmed') return [{ kind: 'mail-unconfirmed', data: { mailId, letter, to } }];
    return [{ kind: 'mail-not-sent', data: { mailId, letter, to, reason: sent } }];
  };

/** What the letter says, from the case as it was when the event happened. */
async function write(world: TellWorld, fact: CaseFact, then: Case): Promise<Letter> {
  const { caseId } = then;
  switch (fact.kind) {
    case 'freeze-completed':
      return { kind: 'accounts-frozen', caseId, ...fact.data, reportedAt: then.openedAt };
    case 'case-closed':
      return { kind: 'case-closed', caseId, ...fact.data, closedAt: then.closedAt ?? '' };
    case 'case-cancelled': {
      const { reason, accounts, frozen } = fact.data;
      return {
        kind: 'case-cancelled',
        caseId,
        reason,
        accounts,
        frozen: frozen.length,
        cancelledAt: then.cancelled?.at ?? '',
      };
    }
    case 'case-reopened':
      return { kind: 'case-reopened', caseId };
    case 'complaint-acknowledged':
      return { kind: 'complaint-acknowledged', caseId, answerBy: fact.data.answerBy };
    case 'complaint-stage-reached':
      return { kind: 'complaint-progress', caseId };
    case 'waiting-reminded': {
      const reason = then.waiting?.reason ?? 'customer-information';
      return { kind: 'waiting-reminder', caseId, reason, closeAt: fact.data.closeAt };
    }
    case 'survey-invited':
    case 'survey-reminded': {
      const asking = { cycle: fact.data.cycle, round: fact.data.round };
      const url = `${world.publicUrl}/surveys/${await world.invitations.issue({ caseId, ...asking })}`;
      const kind = fact.kind === 'survey-invited' ? 'survey-invitation' : 'survey-reminder';
      const scale = surveyOf(then, asking)?.scale;
      return { kind, caseId, url, expiresAt: fact.data.expiresAt, scale };
    }
    default:
      throw new Error(`No letter follows from ${fact.kind}`);
  }
}
