import { shippedReminders } from '../reminder/reminder.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { policyStore } from './policy-store.ts';

// GET /policies/reminders: the ladder in force; version 0 is the one that comes with the service
const env = readEnv('POLICIES_TABLE');
const store = policyStore(dynamo(), env.POLICIES_TABLE);

export const handler = api({}, async () => {
  const { value, ...version } = (await store.latest('reminders')) ?? { version: 0, value: shippedReminders };
  return { body: { ...version, ...value } };
});
