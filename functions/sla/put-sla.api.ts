import * as z from 'zod/mini';

import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { mustBeKeepable } from './keepable.ts';
import { Sla } from './sla.ts';
import { slaPolicies } from './sla-policies.ts';

// PUT /policies/sla: reaches the clocks of open cases, which keep the time they have used
const env = readEnv('POLICIES_TABLE');
const store = versionStore(dynamo(), env.POLICIES_TABLE);
const body = z.strictObject({ sla: Sla });

export const handler = api({ body }, async ({ caller, now, body: { sla } }) => {
  mustBeKeepable({ sla }, await slaPolicies(store)(), now);
  const { value, ...version } = await store.save('sla', sla, caller.id, now);
  return { body: { ...version, sla: value } };
});
