import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { retentionStore } from './retention-store.ts';

// GET /policies/retention
const env = readEnv('POLICIES_TABLE');
const store = retentionStore(versionStore(dynamo(), env.POLICIES_TABLE));

export const handler = api({}, async () => {
  const { value, ...version } = await store.inForce();
  return { body: { ...version, ...value } };
});
