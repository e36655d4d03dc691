import * as z from 'zod/mini';
import { caseStore } from '../case/case-store.ts';
import { customerRecordStore } from '../customer/customer-record-store.ts';
import { vaultStore } from '../customer/vault-store.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { now } from '../shared/now.ts';
import { contactLedgerStore } from '../survey/contact-ledger-store.ts';
import { mailStore } from './mail-store.ts';
import { recordMailOutcome } from './record-mail-outcome.ts';

// What SES tells the event bus of each mail
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE', 'CUSTOMER_RECORDS_TABLE');
const db = dynamo();
const world = {
  cases: caseStore(db, env.CASE_EVENTS_TABLE),
  vault: vaultStore(db, env.VAULT_TABLE),
  mails: mailStore(db, env.CASE_VIEWS_TABLE),
  ledger: contactLedgerStore(db, env.VAULT_TABLE),
  records: customerRecordStore(db, env.CUSTOMER_RECORDS_TABLE),
};
const SesEvent = z.object({
  detail: z.object({
    eventType: z.enum(['Send', 'Delivery', 'Bounce', 'Complaint']),
    mail: z.object({ tags: z.object({ mail: z.array(z.string()) }) }),
    bounce: z.optional(z.object({ bounceType: z.string() })),
  }),
});
const outcomes = { Send: 'sent', Delivery: 'sent', Bounce: 'bounced', Complaint: 'complained-about' } as const;

export const handler = async (event: unknown): Promise<void> => {
  const { eventType, mail, bounce } = SesEvent.parse(event).detail;
  // A full mailbox or a server that is down passes by itself.
  if (bounce && bounce.bounceType !== 'Permanent') return;
  for (const mailId of mail.tags.mail) {
    await recordMailOutcome(world, { mailId, outcome: outcomes[eventType] }, now());
  }
};
