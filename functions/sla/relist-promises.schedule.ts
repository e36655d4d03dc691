import { caseStore } from '../case/case-store.ts';
import { caseViewStore } from '../case/case-view-store.ts';
import { policyStore } from '../policy/policy-store.ts';
import { versionStore } from '../policy/version-store.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { now } from '../shared/now.ts';
import { promiseListStore } from './promise-list-store.ts';
import { relistPromises } from './relist-promises.ts';
import { slaPolicies } from './sla-policies.ts';

// Every hour: whether what is promised has been changed since the list of what is due was made
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const versions = versionStore(db, env.POLICIES_TABLE);
const world = {
  cases: caseStore(db, env.CASE_EVENTS_TABLE),
  views: caseViewStore(db, env.CASE_VIEWS_TABLE),
  list: promiseListStore(db, env.CASE_VIEWS_TABLE),
  policies: policyStore(db, env.POLICIES_TABLE),
  sla: slaPolicies(versions),
  versions,
};

export const handler = () => relistPromises(world, now());
