import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { caseStore } from '../../functions/case/case-store.ts';
import type { Contact } from '../../functions/customer/contact.ts';
import { customerRecordStore } from '../../functions/customer/customer-record-store.ts';
import { vaultStore } from '../../functions/customer/vault-store.ts';
import { mailStore } from '../../functions/mail/mail-store.ts';
import { sesMail } from '../../functions/mail/ses-mail.ts';
import { contactLedgerStore } from '../../functions/survey/contact-ledger-store.ts';
import { invitationStore } from '../../functions/survey/invitation-store.ts';
import type { postOffice } from './post-office.ts';
import { tableNames } from './tables.ts';

/** Everything that letters are written from and sent with, over one client. */
export const mailWorld = (db: DynamoDBClient, office: Pick<ReturnType<typeof postOffice>, 'client'>) => ({
  cases: caseStore(db, tableNames.CASE_EVENTS_TABLE),
  vault: vaultStore(db, tableNames.VAULT_TABLE),
  mails: mailStore(db, tableNames.CASE_VIEWS_TABLE),
  invitations: invitationStore(db, tableNames.CASE_VIEWS_TABLE),
  ledger: contactLedgerStore(db, tableNames.VAULT_TABLE),
  records: customerRecordStore(db, tableNames.CUSTOMER_RECORDS_TABLE),
  post: sesMail(office.client, { from: 'service@bank.example', configurationSet: 'caseloop' }),
  sender: { organisation: 'Bank' },
  publicUrl: 'https://bank.example',
});

export const amir: Contact = { name: 'Amir', email: 'amir@example.org', language: 'en', timeZone: 'UTC' };
