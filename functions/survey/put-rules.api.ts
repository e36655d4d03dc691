import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { definitionStore } from './definition-store.ts';
import { mustNameSurveys } from './named-surveys.ts';
import { rulesStore } from './rules-store.ts';
import { SurveyRules } from './survey-rules.ts';

// PUT /policies/survey-rules: for everybody who is not asked yet
const env = readEnv('POLICIES_TABLE');
const versions = versionStore(dynamo(), env.POLICIES_TABLE);

export const handler = api({ body: SurveyRules }, async ({ caller, now, body }) => {
  await mustNameSurveys(definitionStore(versions), body);
  const { value: _, ...version } = await rulesStore(versions).save(body, caller.id, now);
  return { body: { ...version, ...body } };
});
