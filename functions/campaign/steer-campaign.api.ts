import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { audienceStore } from './audience-store.ts';
import { CampaignId } from './campaign.ts';
import { campaignStore } from './campaign-store.ts';
import { campaignWorkflow } from './campaign-workflow.ts';
import { progressStore } from './progress-store.ts';
import { showCampaign } from './show-campaign.ts';
import { steerAndRun } from './steer-and-run.ts';
import { Action } from './steer-campaign.ts';

// POST /campaigns/{campaignId}/start, /pause, /resume, /cancel
const env = readEnv('POLICIES_TABLE', 'CASE_VIEWS_TABLE', 'CAMPAIGN_WORKFLOW_ARN');
const db = dynamo();
const world = {
  campaigns: campaignStore(db, env.POLICIES_TABLE),
  progress: progressStore(db, env.CASE_VIEWS_TABLE),
  audience: audienceStore(db, env.CASE_VIEWS_TABLE),
  workflow: campaignWorkflow(sfn(), env.CAMPAIGN_WORKFLOW_ARN),
};

export const handler = api({ path: z.object({ campaignId: CampaignId, action: Action }) }, async (request) => {
  const { path, caller, now } = request;
  const current = await steerAndRun(world, { ...path, by: caller.id }, now);
  const { campaignId } = path;
  const [history, progress] = [await world.campaigns.history(campaignId), await world.progress.read(campaignId)];
  return { body: showCampaign(current, history, progress) };
});
