import * as z from 'zod/mini';
import { mustSee } from '../case/access.ts';
import { caseStore, fold } from '../case/case-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { mailsOf } from './mails-of.ts';
import { MailNotFound } from './refusals.ts';
import { resendMail } from './resend-mail.ts';

// POST /cases/{caseId}/mails/{mailId}/resend
const env = readEnv('CASE_EVENTS_TABLE');
const cases = caseStore(dynamo(), env.CASE_EVENTS_TABLE);
const path = z.object({ caseId: CaseId, mailId: z.string().check(z.regex(/^[0-9a-f]{32}$/)) });

export const handler = api({ path }, async ({ change, ...request }) => {
  const { caseId, mailId } = request.path;
  const events = await cases.history(caseId);
  mustSee(fold(events), caseId, request);
  const mail = mailsOf(events).find((one) => one.mailId === mailId);
  if (!mail) throw new MailNotFound(mailId);
  await cases.change(caseId, change, resendMail(mail));
  return { body: { mailId, letter: mail.letter, state: 'resend-asked' } };
});
