import { caseStore } from '../case/case-store.ts';
import { dueListStore } from '../case/due-list-store.ts';
import { contactStore } from '../customer/contact-store.ts';
import { mailStore } from '../mail/mail-store.ts';
import { sesMail } from '../mail/ses-mail.ts';
import { policyStore } from '../policy/policy-store.ts';
import { dynamo, ses } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { now } from '../shared/now.ts';
import { remind } from './remind.ts';

// Every hour: reminders that are due
const env = readEnv(
  ...(['CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE', 'POLICIES_TABLE'] as const),
  ...(['MAIL_FROM', 'CONFIGURATION_SET', 'ORGANISATION'] as const),
);
const db = dynamo();
const world = {
  cases: caseStore(db, env.CASE_EVENTS_TABLE),
  views: dueListStore(db, env.CASE_VIEWS_TABLE),
  vault: contactStore(db, env.VAULT_TABLE),
  mails: mailStore(db, env.CASE_VIEWS_TABLE),
  policies: policyStore(db, env.POLICIES_TABLE),
  post: sesMail(ses(), { from: env.MAIL_FROM, configurationSet: env.CONFIGURATION_SET }),
  sender: { organisation: env.ORGANISATION },
};

export const handler = () => remind(world, now());
