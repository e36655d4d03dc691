import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { MailShown } from './mail-shape.ts';
import { MailNotFound, MailNotToResend } from './refusals.ts';

const none = 'f'.repeat(32);

export const contract: Contract = {
  summary: 'Send a mail again',
  description:
    'A letter to the customer whose outcome is unknown goes out again under a new id. Whoever asks for it answers for the reader getting it twice.',
  answers: {
    200: { means: 'It goes out again', body: z.pick(MailShown, { mailId: true, letter: true, state: true }) },
  },
  errors: [new MailNotFound(none), new MailNotToResend(none, 'sent')],
  examples: {
    'an invitation that may not have gone out': {
      as: 'cyrus',
      path: { caseId: example.closed, mailId: example.invitation },
      answer: 200,
    },
    'there is no such mail': { as: 'cyrus', path: { caseId: example.closed, mailId: none }, answer: 404 },
  },
};
