import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import type { MailOfCase } from './mails-of.ts';
import { MailNotToResend } from './refusals.ts';

/**
 * An operator takes it on themselves that the reader may get it twice: a letter whose outcome is unknown goes out
 * again, under a new id, by the stream that sends all letters. Reminders of tasks come again anyway.
 * @throws MailNotToResend
 */
export const resendMail =
  ({ mailId, letter, to }: MailOfCase) =>
  ({ mails }: Case): CaseFact[] => {
    const state = mails[mailId]?.slice('mail-'.length) ?? 'unknown';
    if (state !== 'unconfirmed' || letter === 'task-reminder') throw new MailNotToResend(mailId, state);
    return [{ kind: 'mail-resend-asked', data: { mailId, letter, to } }];
  };
