import * as z from 'zod/mini';
import { caseViewStore } from '../case/case-view-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PersonId } from '../shared/ids.ts';
import { openCasesOf } from './cases-of.ts';
import { ErasureReason } from './customer-fact.ts';
import { customerRecordStore } from './customer-record-store.ts';
import { requestErasure } from './erasure.ts';
import { mustBeOwn } from './must-be-own.ts';
import { showCustomer } from './show-customer.ts';

// POST /customers/{personId}/erasure: asked for by one, decided by another
const env = readEnv('CUSTOMER_RECORDS_TABLE', 'CASE_VIEWS_TABLE');
const db = dynamo();
const records = customerRecordStore(db, env.CUSTOMER_RECORDS_TABLE);
const views = caseViewStore(db, env.CASE_VIEWS_TABLE);
const path = z.object({ personId: PersonId });
const body = z.strictObject({ reason: ErasureReason });

export const handler = api({ path, body }, async (request) => {
  const customerId = mustBeOwn(request.path.personId, request);
  const about = { customerId, openCases: await openCasesOf(views, customerId) };
  const change = { by: request.caller.id, at: request.now };
  const asked = await records.change(customerId, change, requestErasure(about, request.body.reason));
  return { status: 202, body: showCustomer(customerId, asked) };
});
