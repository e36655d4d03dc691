import { caseStore } from '../case/case-store.ts';
import { caseViewStore } from '../case/case-view-store.ts';
import { customerRecordStore } from '../customer/customer-record-store.ts';
import { personStore } from '../customer/person-store.ts';
import { versionStore } from '../policy/version-store.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { minute, now } from '../shared/now.ts';
import { applyRetention } from './apply-retention.ts';
import { retentionStore, walkStore } from './retention-store.ts';

// Every hour, once a day from the beginning: lets the vault forget what was kept long enough
const env = readEnv(
  ...(['CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE', 'CUSTOMER_RECORDS_TABLE', 'POLICIES_TABLE'] as const),
);
const db = dynamo();
const world = {
  rules: retentionStore(versionStore(db, env.POLICIES_TABLE)),
  walk: walkStore(db, env.CASE_VIEWS_TABLE),
  cases: caseStore(db, env.CASE_EVENTS_TABLE),
  views: caseViewStore(db, env.CASE_VIEWS_TABLE),
  people: personStore(db, env.VAULT_TABLE),
  records: customerRecordStore(db, env.CUSTOMER_RECORDS_TABLE),
};

export const handler = () => {
  const until = Date.now() + 4 * minute;
  return applyRetention(world, now(), () => Date.now() < until);
};
