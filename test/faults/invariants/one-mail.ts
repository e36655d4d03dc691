import type { CaseEvent, CaseFact } from '../../../functions/case/case-fact.ts';
import { delivery, type LetterKind, mailId } from '../../../functions/mail/mail.ts';
import type { Mail } from '../simulator/post-office.ts';
import type { Invariant } from './invariant.ts';

/** Which happening a letter to the customer tells of. */
const reasons: Record<string, (fact: CaseFact) => boolean> = {
  'accounts-frozen': ({ kind }) => kind === 'freeze-completed',
  'case-closed': ({ kind }) => kind === 'case-closed',
  'case-cancelled': ({ kind }) => kind === 'case-cancelled',
  'case-reopened': ({ kind }) => kind === 'case-reopened',
  'complaint-acknowledged': ({ kind }) => kind === 'complaint-acknowledged',
  'complaint-progress': ({ kind, data }) => kind === 'complaint-stage-reached' && data.stage === 'investigating',
  'survey-invitation': ({ kind }) => kind === 'survey-invited',
  'survey-reminder': ({ kind }) => kind === 'survey-reminded',
  'waiting-reminder': ({ kind }) => kind === 'waiting-reminded',
};

/** The happening itself, or that somebody has its letter sent again. */
const tells = (letter: string, fact: CaseFact): boolean =>
  reasons[letter]?.(fact) || (fact.kind === 'mail-resend-asked' && fact.data.letter === letter);

/** I3: each happening that the customer is told of is told in one mail, and none of a kind at most once goes out twice. */
export const oneMail: Invariant = {
  name: 'I3 one mail of a kind',
  watch({ truth, database, plan }, { customers }, fail) {
    const fates = new Map(customers.map(({ id, mail }) => [id, mail]));
    const copies = new Map<string, number>();
    const claimOf = (mail: Mail) =>
      database.table('case-views').get({ pk: { S: `mail#${mail.mailId}` }, sk: { S: 'claim' } });
    const mailsOf = (
      caseId: string,
      letters = Object.keys(reasons),
    ): [letter: string, event: CaseEvent, id: string][] => {
      const { events, current } = truth.of(caseId);
      return events.flatMap((event) =>
        letters.flatMap((letter): [string, CaseEvent, string][] =>
          tells(letter, event.fact)
            ? [[letter, event, mailId(caseId, letter as LetterKind, event.seq, current.customerId)]]
            : [],
        ),
      );
    };
    return {
      mailed(mail) {
        const { letter, to } = mail;
        const claim = claimOf(mail);
        if (!claim) return fail(`${letter} was sent without a claim`);
        if (letter === 'task-reminder') return;
        const caseId = claim.caseId && 'S' in claim.caseId ? claim.caseId.S : '';
        copies.set(mail.mailId, (copies.get(mail.mailId) ?? 0) + 1);
        const once = delivery[letter as LetterKind] === 'at-most-once';
        if (once && copies.get(mail.mailId) !== 1) fail(`${letter} of ${caseId} to ${to} was sent twice`);
        if (to !== `${truth.of(caseId).current.customerId}@example.com`) fail(`${letter} of ${caseId} went to ${to}`);
        if (!mailsOf(caseId, [letter]).some(([, , id]) => id === mail.mailId))
          fail(`${letter} of ${caseId} to ${to} had no reason`);
      },
      settled() {
        for (const [caseId, { current, events }] of truth.cases) {
          if (fates.get(current.customerId) !== 'arrives') continue;
          for (const [letter, event, id] of mailsOf(caseId)) {
            const unconfirmed = events.some(({ fact }) => fact.kind === 'mail-unconfirmed' && fact.data.mailId === id);
            if (!copies.has(id) && (!unconfirmed || plan.onlyRefuses))
              fail(`${caseId}: ${event.fact.kind}, and no ${letter} was sent`);
          }
        }
      },
    };
  },
};
