import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseRules, shippedCaseRules } from './case-rules.ts';
import { caseRulesStore } from './case-rules-store.ts';

// GET /policies/cases: what is in force; version 0 is what comes with the service
const env = readEnv('POLICIES_TABLE');
const store = caseRulesStore(versionStore(dynamo(), env.POLICIES_TABLE));

export const handler = api({}, async () => {
  const { value, ...version } = (await store.latest()) ?? { version: 0, value: shippedCaseRules };
  return { body: { ...version, ...CaseRules.parse(value) } };
});
