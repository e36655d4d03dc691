import * as z from 'zod/mini';
import { caseStore } from '../case/case-store.ts';
import { caseViewStore } from '../case/case-view-store.ts';
import { policyStore } from '../policy/policy-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PersonId } from '../shared/ids.ts';
import { mustSpeakFor, sayAbsent } from './say-absent.ts';

// PUT /people/{personId}/absence
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const policies = policyStore(db, env.POLICIES_TABLE);
const views = caseViewStore(db, env.CASE_VIEWS_TABLE);
const world = { cases: caseStore(db, env.CASE_EVENTS_TABLE), views, policies };
const path = z.object({ personId: PersonId });
const body = z.strictObject({ absent: z.boolean(), until: z.optional(z.iso.datetime()) });

export const handler = api({ path, body }, async ({ path: { personId: person }, body: said, ...request }) => {
  mustSpeakFor(person, await policies.teams(), request);
  const givenBack = await sayAbsent(world, { person, ...said }, request.caller.id, request.now);
  return { body: { person, ...said, givenBack } };
});
