import type { Case } from '../case/case.ts';
import type { CaseEvent, CaseFact } from '../case/case-fact.ts';
import { type CaseStore, fold } from '../case/case-store.ts';
import { log } from '../shared/log.ts';
import type { InvitationStore } from '../survey/invitation-store.ts';
import { type Asking, goesWithNotice, surveyOf } from '../survey/survey.ts';
import { type LetterKind, mailId } from './mail.ts';
import type { Claim } from './mail-store.ts';
import { type MailWorld, type Sent, sendOnce } from './send-once.ts';
import type { CustomerLetter, LetterOf, SurveyAbout, SurveyLink } from './words/letter.ts';
import { renderMail } from './words/render-mail.ts';

export type TellWorld = MailWorld & { cases: CaseStore; invitations: InvitationStore; publicUrl: string };

/** Which letter to the customer follows from what happened to a case, which `then` is; most happenings ask for none. */
export function letterAfter(fact: CaseFact, then: Pick<Case, 'notice' | 'status' | 'cycle'>): LetterKind | undefined {
  switch (fact.kind) {
    case 'freeze-completed':
      return 'accounts-frozen';
    case 'case-closed':
      return fact.data.notice === 'with-survey' ? undefined : 'case-closed';
    case 'survey-not-asked':
      return goesWithNotice(then, fact.data) ? 'case-closed' : undefined;
    case 'case-cancelled':
    case 'case-reopened':
    case 'complaint-acknowledged':
      return fact.kind;
    case 'waiting-reminded':
      return 'waiting-reminder';
    case 'complaint-stage-reached':
      return fact.data.stage === 'investigating' ? 'complaint-progress' : undefined;
    case 'survey-invited':
      return fact.data.with === 'closing-notice' ? 'case-closed' : 'survey-invitation';
    case 'survey-reminded':
      return 'survey-reminder';
    case 'mail-resend-asked':
      return fact.data.letter;
    default:
      return undefined;
  }
}

const anyCase = { notice: 'with-survey', status: 'closed', cycle: 1 } as const;
/** Whether a letter can follow at all: what cannot needs no look at the history. */
const mayBeTold = (fact: CaseFact): boolean =>
  fact.kind === 'survey-not-asked' || letterAfter(fact, anyCase) !== undefined;

/** Sends the customer the letter that follows from an event, and records what became of it. Safe to do again. */
export async function tellCustomer(world: TellWorld, event: CaseEvent, at: string): Promise<void> {
  if (!mayBeTold(event.fact)) return;
  const { caseId } = event;
  const events = await world.cases.history(caseId);
  const origin = originOf(event, events);
  const then = fold(events.slice(0, origin.seq));
  const letter = letterAfter(event.fact, then);
  if (!letter) return;
  const id = mailId(caseId, letter, event.seq, then.customerId);
  const claim = { mailId: id, letter, to: then.customerId, at, caseId };
  const sent = await sendOnce(world, claim, async () => {
    const words = await write(world, origin.fact, then);
    return (to, sender) => renderMail(words, to, sender);
  });
  log.info('LETTER_TO_CUSTOMER', { caseId, mailId: id, letter, sent });
  const record = (what: Sent) => world.cases.change(caseId, { by: 'mail', at }, recordMail(what, claim));
  await record(sent);
  // It may have been confirmed at this very moment, which nobody tells twice.
  if (sent === 'unconfirmed' && (await world.mails.find(id))?.state === 'sent') await record('sent');
}

/** What a letter tells of: of one that goes out again, that is what the first one told of. */
function originOf(event: CaseEvent, events: CaseEvent[]): CaseEvent {
  if (event.fact.kind !== 'mail-resend-asked') return event;
  const { mailId: first, letter, to } = event.fact.data;
  const earlier = events.find(({ caseId, seq }) => mailId(caseId, letter, seq, to) === first);
  if (!earlier) throw new Error(`Nothing asked for ${letter} before event ${event.seq} of ${event.caseId}`);
  return originOf(earlier, events);
}

/** Records what became of a mail, once; what was in doubt may turn out to have been sent. */
export const recordMail =
  (sent: Sent, { mailId, letter, to }: Pick<Claim, 'mailId' | 'letter' | 'to'>) =>
  (current: Case): CaseFact[] => {
    const known = current.mails[mailId];
    if (known && (known !== 'mail-unconfirmed' || sent !== 'sent')) return [];
    const data = { mailId, letter, to };
    if (sent === 'sent') return [{ kind: 'mail-sent', data }];
    if (sent === 'unconfirmed') return [{ kind: 'mail-unconfirmed', data }];
    return [{ kind: 'mail-not-sent', data: { ...data, reason: sent } }];
  };

/** What the letter says, from the case as it was when the event happened. */
async function write(world: TellWorld, fact: CaseFact, then: Case): Promise<CustomerLetter> {
  const { caseId } = then;
  switch (fact.kind) {
    case 'freeze-completed':
      return { kind: 'accounts-frozen', caseId, ...fact.data, reportedAt: then.openedAt };
    case 'case-closed':
    case 'survey-not-asked':
      return closingNotice(then);
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
      const survey = await linkTo(world, then, fact.data);
      if (fact.kind === 'survey-invited' && fact.data.with) return { ...closingNotice(then), survey };
      const kind = fact.kind === 'survey-invited' ? 'survey-invitation' : 'survey-reminder';
      return { kind, caseId, about: aboutOf(then, fact.data), ...survey };
    }
    default:
      throw new Error(`No letter follows from ${fact.kind}`);
  }
}

const closingNotice = ({ caseId, resolution = 'resolved', closedAt = '', reopenUntil = '' }: Case) =>
  ({ kind: 'case-closed', caseId, resolution, closedAt, reopenUntil }) satisfies LetterOf<'case-closed'>;

async function linkTo(
  { invitations, publicUrl }: TellWorld,
  then: Case,
  { cycle, round, expiresAt }: Asking & { expiresAt: string },
): Promise<SurveyLink> {
  const url = `${publicUrl}/surveys/${await invitations.issue({ caseId: then.caseId, cycle, round })}`;
  const { scale, anonymous } = surveyOf(then, { cycle, round }) ?? {};
  return { url, expiresAt, scale, anonymous };
}

const aboutOf = ({ campaign }: Case, { round = 1 }: Asking): SurveyAbout => {
  if (campaign) return 'relationship';
  return round > 1 ? 'recovery' : 'case';
};
