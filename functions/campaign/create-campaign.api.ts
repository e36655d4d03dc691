import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { idOf } from '../shared/ids.ts';
import { definitionStore } from '../survey/definition-store.ts';
import { campaignStore } from './campaign-store.ts';
import { createCampaign, NewCampaign } from './create-campaign.ts';
import { showCampaign } from './show-campaign.ts';

// POST /campaigns: drafts one; nobody is asked before it is started
const env = readEnv('POLICIES_TABLE');
const db = dynamo();
const campaigns = campaignStore(db, env.POLICIES_TABLE);
const definitions = definitionStore(versionStore(db, env.POLICIES_TABLE));

export const handler = api({ body: NewCampaign }, async ({ body, caller, now, command }) => {
  const campaignId = idOf('campaign', command);
  const decide = createCampaign(body, await definitions.inForce(body.survey), now);
  const current = await campaigns.change(campaignId, caller.id, now, decide);
  return { status: 201, body: showCampaign(current, await campaigns.history(campaignId)) };
});
