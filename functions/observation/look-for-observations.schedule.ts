import { accessStore } from '../access/access-store.ts';
import { caseStore } from '../case/case-store.ts';
import { caseViewStore } from '../case/case-view-store.ts';
import { contactStore } from '../customer/contact-store.ts';
import { policyStore } from '../policy/policy-store.ts';
import { versionStore } from '../policy/version-store.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { minute, now } from '../shared/now.ts';
import { slaPolicies } from '../sla/sla-policies.ts';
import { shippedAccessRules as rules } from './access-rules.ts';
import { lookAtAccesses } from './look-at-accesses.ts';
import { lookAtPromises } from './look-at-promises.ts';
import { observationStore } from './observation-store.ts';

// Every three hours: what was read on a day that is over, and what was promised and left lying; each once a day
const env = readEnv(
  ...(['ACCESS_TABLE', 'OBSERVATIONS_TABLE', 'CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE'] as const),
  ...(['POLICIES_TABLE', 'TIME_ZONE'] as const),
);
const db = dynamo();
const world = {
  ...{ rules, timeZone: env.TIME_ZONE },
  cases: caseStore(db, env.CASE_EVENTS_TABLE),
  views: caseViewStore(db, env.CASE_VIEWS_TABLE),
  accesses: accessStore(db, env.ACCESS_TABLE),
  observations: observationStore(db, env.OBSERVATIONS_TABLE),
  people: contactStore(db, env.VAULT_TABLE),
  policies: policyStore(db, env.POLICIES_TABLE),
  sla: slaPolicies(versionStore(db, env.POLICIES_TABLE)),
};

export const handler = async () => {
  const until = Date.now() + 8 * minute;
  await lookAtAccesses(world, now(), () => Date.now() < until);
  await lookAtPromises(world, now(), () => Date.now() < until);
};
