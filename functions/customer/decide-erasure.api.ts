import * as z from 'zod/mini';
import { caseStore } from '../case/case-store.ts';
import { caseViewStore } from '../case/case-view-store.ts';
import { reportStore } from '../case/report-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PersonId } from '../shared/ids.ts';
import { openCasesOf } from './cases-of.ts';
import { customerRecordStore } from './customer-record-store.ts';
import { eraseCustomer } from './erase-customer.ts';
import { decideErasure } from './erasure.ts';
import { personStore } from './person-store.ts';
import { showCustomer } from './show-customer.ts';

// POST /customers/{personId}/erasure/decide: by a second person; what is approved is carried out at once
const env = readEnv('CUSTOMER_RECORDS_TABLE', 'CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE');
const db = dynamo();
const world = {
  records: customerRecordStore(db, env.CUSTOMER_RECORDS_TABLE),
  people: personStore(db, env.VAULT_TABLE),
  cases: caseStore(db, env.CASE_EVENTS_TABLE),
  views: caseViewStore(db, env.CASE_VIEWS_TABLE),
  reports: reportStore(db, env.CASE_VIEWS_TABLE),
};
const path = z.object({ personId: PersonId });
const body = z.strictObject({ decision: z.enum(['approved', 'rejected']) });

export const handler = api({ path, body }, async ({ path: { personId }, body: { decision }, caller, now }) => {
  const about = { customerId: personId, openCases: await openCasesOf(world.views, personId) };
  await world.records.change(personId, { by: caller.id, at: now }, decideErasure(about, decision, caller.id));
  return { body: showCustomer(personId, await eraseCustomer(world, personId, now)) };
});
