import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { RetentionRules } from './retention.ts';
import { retentionStore } from './retention-store.ts';

// PUT /policies/retention: for every case that has ended, from the next walk on
const env = readEnv('POLICIES_TABLE');
const store = retentionStore(versionStore(dynamo(), env.POLICIES_TABLE));

export const handler = api({ body: RetentionRules }, async ({ caller, now, body }) => {
  const { value: _, ...version } = await store.save(body, caller.id, now);
  return { body: { ...version, ...body } };
});
