import * as z from 'zod/mini';
import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { SurveyDefinition } from './definition.ts';
import { definitionStore } from './definition-store.ts';
import { SurveyId } from './survey-fact.ts';

// PUT /policies/surveys/{surveyId}: the next version; who was asked an earlier one goes on answering that
const env = readEnv('POLICIES_TABLE');
const definitions = definitionStore(versionStore(dynamo(), env.POLICIES_TABLE));
const path = z.object({ surveyId: SurveyId });

export const handler = api({ path, body: SurveyDefinition }, async ({ caller, now, path: { surveyId }, body }) => {
  const { id, version, definition } = await definitions.save(surveyId, body, caller.id, now);
  return { body: { surveyId: id, version, ...definition } };
});
