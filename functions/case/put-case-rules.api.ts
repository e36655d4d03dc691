import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseRules } from './case-rules.ts';
import { caseRulesStore } from './case-rules-store.ts';

// PUT /policies/cases: for every wait and every close that begins from now on
const env = readEnv('POLICIES_TABLE');
const store = caseRulesStore(versionStore(dynamo(), env.POLICIES_TABLE));

export const handler = api({ body: CaseRules }, async ({ caller, now, body }) => {
  const { value: _, ...version } = await store.save(body, caller.id, now);
  return { body: { ...version, ...body } };
});
