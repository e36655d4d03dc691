import * as z from 'zod/mini';
import { PersonId } from '../shared/ids.ts';
import { Instant } from '../shared/instant-shape.ts';
import { LetterKind } from './mail.ts';
import { mailStates } from './mails-of.ts';

/** A mail as clients see it; `unconfirmed`: it was tried, and whether it went out nobody knows. */
export const MailShown = z.strictObject({
  mailId: z.string(),
  letter: LetterKind,
  to: PersonId,
  state: z.enum(mailStates),
  since: Instant,
  at: Instant,
  reason: z.optional(z.string()),
});
