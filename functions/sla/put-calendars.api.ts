import * as z from 'zod/mini';
import { Calendars } from '../calendar/calendar.ts';
import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { mustBeKeepable } from './keepable.ts';

import { slaPolicies } from './sla-policies.ts';

// PUT /policies/calendars: reaches the clocks of open cases, which keep the time they have used
const env = readEnv('POLICIES_TABLE');
const store = versionStore(dynamo(), env.POLICIES_TABLE);
const body = z.strictObject({ calendars: Calendars });

export const handler = api({ body }, async ({ caller, now, body: { calendars } }) => {
  mustBeKeepable({ calendars }, await slaPolicies(store)(), now);
  const { value, ...version } = await store.save('calendars', calendars, caller.id, now);
  return { body: { ...version, calendars: value } };
});
