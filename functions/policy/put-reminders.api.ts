import { Reminders } from '../reminder/reminder.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { policyStore } from './policy-store.ts';

// PUT /policies/reminders: the next sweep goes by it, for tasks that are open already, too
const env = readEnv('POLICIES_TABLE');
const store = policyStore(dynamo(), env.POLICIES_TABLE);

export const handler = api({ body: Reminders }, async ({ caller, now, body }) => {
  const { value, ...version } = await store.save('reminders', body, caller.id, now);
  return { body: { ...version, ...value } };
});
