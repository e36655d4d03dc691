import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PersonId } from '../shared/ids.ts';
import { customerRecordStore } from './customer-record-store.ts';
import { showCustomer } from './show-customer.ts';

// GET /customers/{personId}/erasure: how far it is, and whether something holds it up
const env = readEnv('CUSTOMER_RECORDS_TABLE');
const records = customerRecordStore(dynamo(), env.CUSTOMER_RECORDS_TABLE);
const path = z.object({ personId: PersonId });

export const handler = api({ path }, async ({ path: { personId } }) => ({
  body: showCustomer(personId, await records.load(personId)),
}));
