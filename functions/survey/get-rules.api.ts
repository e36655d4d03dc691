import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { rulesStore } from './rules-store.ts';
import { SurveyRules, shippedRules } from './survey-rules.ts';

// GET /policies/survey-rules: what is in force; version 0 is what comes with the service
const env = readEnv('POLICIES_TABLE');
const store = rulesStore(versionStore(dynamo(), env.POLICIES_TABLE));

export const handler = api({}, async () => {
  const { value, ...version } = (await store.latest()) ?? { version: 0, value: shippedRules };
  return { body: { ...version, ...SurveyRules.parse(value) } };
});
