import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PersonId } from '../shared/ids.ts';
import { audienceStore } from './audience-store.ts';
import { CampaignId } from './campaign.ts';
import { campaignStore } from './campaign-store.ts';
import { mustTakeCustomers } from './must-take-customers.ts';

// PUT /campaigns/{campaignId}/customers/{page}: a page of its list, from 1 on; putting it again replaces it
const env = readEnv('POLICIES_TABLE', 'CASE_VIEWS_TABLE');
const db = dynamo();
const campaigns = campaignStore(db, env.POLICIES_TABLE);
const audience = audienceStore(db, env.CASE_VIEWS_TABLE);
const path = z.object({ campaignId: CampaignId, page: z.coerce.number().check(z.int(), z.gte(1), z.lte(10_000)) });
const body = z.strictObject({ customers: z.array(PersonId).check(z.minLength(1), z.maxLength(500)) });

export const handler = api({ path, body }, async ({ path: { campaignId, page }, body: { customers } }) => {
  mustTakeCustomers(await campaigns.load(campaignId));
  await audience.putPage(campaignId, page, customers);
  return { status: 204, body: undefined };
});
