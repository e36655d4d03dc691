import { caseStore, readEvent } from '../case/case-store.ts';
import { contactStore } from '../customer/contact-store.ts';
import { dynamo, ses } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { stream } from '../shared/stream.ts';
import { invitationStore } from '../survey/invitation-store.ts';
import { mailStore } from './mail-store.ts';
import { sesMail } from './ses-mail.ts';
import { tellCustomer } from './tell-customer.ts';

// Every event of every case: some of them are followed by a letter to the customer
const env = readEnv(
  ...(['CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE'] as const),
  ...(['MAIL_FROM', 'CONFIGURATION_SET', 'ORGANISATION', 'PUBLIC_URL'] as const),
);
const db = dynamo();
const world = {
  cases: caseStore(db, env.CASE_EVENTS_TABLE),
  vault: contactStore(db, env.VAULT_TABLE),
  mails: mailStore(db, env.CASE_VIEWS_TABLE),
  invitations: invitationStore(db, env.CASE_VIEWS_TABLE),
  post: sesMail(ses(), { from: env.MAIL_FROM, configurationSet: env.CONFIGURATION_SET }),
  sender: { organisation: env.ORGANISATION },
  publicUrl: env.PUBLIC_URL,
};

export const handler = stream(readEvent, () => (event, at) => tellCustomer(world, event, at));
