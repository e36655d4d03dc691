import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PersonId } from '../shared/ids.ts';
import { customerRecordStore } from './customer-record-store.ts';
import { liftHold } from './legal-hold.ts';
import { showCustomer } from './show-customer.ts';

// DELETE /customers/{personId}/legal-hold
const env = readEnv('CUSTOMER_RECORDS_TABLE');
const records = customerRecordStore(dynamo(), env.CUSTOMER_RECORDS_TABLE);
const path = z.object({ personId: PersonId });

export const handler = api({ path }, async ({ path: { personId }, caller, now }) => {
  const free = await records.change(personId, { by: caller.id, at: now }, liftHold);
  return { body: showCustomer(personId, free) };
});
