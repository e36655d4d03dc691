import * as z from 'zod/mini';
import { caseStore } from '../case/case-store.ts';
import { caseViewStore } from '../case/case-view-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PersonId } from '../shared/ids.ts';
import { customerRecordStore } from './customer-record-store.ts';
import { exportCustomer } from './export-customer.ts';
import { mustBeOwn } from './must-be-own.ts';
import { personStore } from './person-store.ts';

// GET /customers/{personId}/export
const env = readEnv('CUSTOMER_RECORDS_TABLE', 'CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE');
const db = dynamo();
const records = customerRecordStore(db, env.CUSTOMER_RECORDS_TABLE);
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const views = caseViewStore(db, env.CASE_VIEWS_TABLE);
const world = { records, cases, views, people: personStore(db, env.VAULT_TABLE) };

export const handler = api({ path: z.object({ personId: PersonId }) }, async (request) => {
  const customerId = mustBeOwn(request.path.personId, request);
  const body = await exportCustomer(world, customerId);
  const exported = { kind: 'exported', data: { cases: body.cases.length } } as const;
  await records.change(customerId, { by: request.caller.id, at: request.now }, () => exported);
  return { body };
});
