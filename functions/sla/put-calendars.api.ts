import * as z from 'zod/mini';
import { Calendars } from '../calendar/calendar.ts';
import { missingCalendars } from '../policy/policy.ts';
import { policyStore } from '../policy/policy-store.ts';
import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { InvalidRequest } from '../shared/errors.ts';
import { mustBeKeepable } from './keepable.ts';
import { slaPolicies } from './sla-policies.ts';

// PUT /policies/calendars: reaches the clocks of open cases, which keep the time they have used
const env = readEnv('POLICIES_TABLE');
const db = dynamo();
const store = versionStore(db, env.POLICIES_TABLE);
const { teams } = policyStore(db, env.POLICIES_TABLE);
const body = z.strictObject({ calendars: Calendars });

export const handler = api({ body }, async ({ caller, now, body: { calendars } }) => {
  const missing = missingCalendars(await teams(), calendars);
  if (missing.length > 0) throw new InvalidRequest(missing);
  mustBeKeepable({ calendars }, await slaPolicies(store)(), now);
  const { value, ...version } = await store.save('calendars', calendars, caller.id, now);
  return { body: { ...version, calendars: value } };
});
