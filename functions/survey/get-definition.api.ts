import * as z from 'zod/mini';
import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PolicyNotFound } from '../shared/errors.ts';
import { definitionStore } from './definition-store.ts';
import { SurveyId } from './survey-fact.ts';

// GET /policies/surveys/{surveyId}, ?version=3: what is asked, or what was; version 0 came with the service
const env = readEnv('POLICIES_TABLE');
const definitions = definitionStore(versionStore(dynamo(), env.POLICIES_TABLE));
const path = z.object({ surveyId: SurveyId });
const query = z.object({ version: z.optional(z.coerce.number().check(z.int(), z.gte(0))) });

export const handler = api({ path, query }, async ({ path: { surveyId: id }, query: { version } }) => {
  const found = await (version === undefined ? definitions.inForce(id) : definitions.exactly({ id, version }));
  if (!found) throw new PolicyNotFound(`surveys/${id}`);
  return { body: { surveyId: id, version: found.version, ...found.definition } };
});
