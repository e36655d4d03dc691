import * as z from 'zod/mini';
import { resultStore } from '../report/result-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CampaignId } from './campaign.ts';
import { campaignStore } from './campaign-store.ts';
import { findCampaign } from './find-campaign.ts';
import { progressStore } from './progress-store.ts';

// GET /campaigns/{campaignId}: what was decided by whom, how far it has come, and what became of it
const env = readEnv('POLICIES_TABLE', 'CASE_VIEWS_TABLE', 'TIME_ZONE');
const db = dynamo();
const world = {
  campaigns: campaignStore(db, env.POLICIES_TABLE),
  progress: progressStore(db, env.CASE_VIEWS_TABLE),
  results: resultStore(db, env.CASE_VIEWS_TABLE, env.TIME_ZONE),
  timeZone: env.TIME_ZONE,
};

export const handler = api({ path: z.object({ campaignId: CampaignId }) }, async ({ path, now }) => ({
  body: await findCampaign(world, path.campaignId, now),
}));
