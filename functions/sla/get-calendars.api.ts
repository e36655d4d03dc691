import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { slaPolicies } from './sla-policies.ts';

// GET /policies/calendars: what is in force; version 0 is what comes with the service
const env = readEnv('POLICIES_TABLE');
const policies = slaPolicies(versionStore(dynamo(), env.POLICIES_TABLE));

export const handler = api({}, async () => {
  const { value, ...version } = (await policies()).calendars.at(-1) ?? {};
  return { body: { ...version, calendars: value } };
});
