import * as z from 'zod/mini';
import { mustSee } from '../case/access.ts';
import { caseStore, fold } from '../case/case-store.ts';
import { customerRecordStore } from '../customer/customer-record-store.ts';
import { eventBus } from '../event-bus/event-bus-gateway.ts';
import { api } from '../shared/api.ts';
import { dynamo, eventBridge } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { gatheredStore } from './gathered-store.ts';
import { handOut } from './hand-out.ts';
import { wantedStore } from './wanted-store.ts';

// GET /cases/{caseId}/evidence
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE', 'CUSTOMER_RECORDS_TABLE', 'EVENT_BUS');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const world = {
  records: customerRecordStore(db, env.CUSTOMER_RECORDS_TABLE),
  wanted: wantedStore(db, env.CASE_VIEWS_TABLE),
  gathered: gatheredStore(db, env.VAULT_TABLE),
  bus: eventBus(eventBridge(), env.EVENT_BUS),
};
const path = z.object({ caseId: CaseId });
const query = z.strictObject({ part: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(1000))) });

export const handler = api({ path, query }, async (request) => {
  const { caseId } = request.path;
  const events = await cases.history(caseId);
  const { customerId } = mustSee(fold(events), caseId, request);
  request.about(customerId);
  return handOut(world, { caseId, customerId, head: events.at(-1)?.hash ?? '' }, request);
});
