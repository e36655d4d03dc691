import * as z from 'zod/mini';
import { customerRecordStore } from '../customer/customer-record-store.ts';
import { mustBeOwn } from '../customer/must-be-own.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PersonId } from '../shared/ids.ts';
import { sayConsent, showConsent } from './consent.ts';
import { contactLedgerStore } from './contact-ledger-store.ts';

// PUT /customers/{personId}/consent: by the customer, or by a colleague whom they told
const env = readEnv('CUSTOMER_RECORDS_TABLE', 'VAULT_TABLE');
const db = dynamo();
const ledger = contactLedgerStore(db, env.VAULT_TABLE);
const records = customerRecordStore(db, env.CUSTOMER_RECORDS_TABLE);
const path = z.object({ personId: PersonId });
const body = z.strictObject({ surveys: z.enum(['yes', 'no']) });

export const handler = api({ path, body }, async (request) => {
  const customerId = mustBeOwn(request.path.personId, request);
  const said = { surveys: request.body.surveys, because: 'asked' } as const;
  await sayConsent({ ledger, records }, customerId, said, { by: request.caller.id, at: request.now });
  return { body: showConsent(customerId, await ledger.read(customerId)) };
});
