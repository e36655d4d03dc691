import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PolicyNotFound } from '../shared/errors.ts';
import { policyStore } from './policy-store.ts';

// GET /policies/teams
const env = readEnv('POLICIES_TABLE');
const store = policyStore(dynamo(), env.POLICIES_TABLE);

export const handler = api({}, async () => {
  const latest = await store.latest('teams');
  if (!latest) throw new PolicyNotFound('teams');
  const { value, ...version } = latest;
  return { body: { ...version, teams: value } };
});
