import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { InvalidRequest } from '../shared/errors.ts';
import { missingCalendars, Teams } from './policy.ts';
import { policyStore } from './policy-store.ts';

// PUT /policies/teams
const env = readEnv('POLICIES_TABLE');
const store = policyStore(dynamo(), env.POLICIES_TABLE);
const body = z.strictObject({ teams: Teams });

export const handler = api({ body }, async ({ caller, now, body: { teams } }) => {
  const missing = missingCalendars(teams, await store.calendars());
  if (missing.length > 0) throw new InvalidRequest(missing);
  const { value, ...version } = await store.save('teams', teams, caller.id, now);
  return { body: { ...version, teams: value } };
});
