import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { now } from '../shared/now.ts';
import { campaignStore } from './campaign-store.ts';
import { campaignWorkflow } from './campaign-workflow.ts';
import { progressStore } from './progress-store.ts';
import { keepGoing } from './steer-and-run.ts';

// Every hour: a campaign whose run died goes on in another
const env = readEnv('POLICIES_TABLE', 'CASE_VIEWS_TABLE', 'CAMPAIGN_WORKFLOW_ARN');
const db = dynamo();
const world = {
  campaigns: campaignStore(db, env.POLICIES_TABLE),
  progress: progressStore(db, env.CASE_VIEWS_TABLE),
  workflow: campaignWorkflow(sfn(), env.CAMPAIGN_WORKFLOW_ARN),
};

export const handler = () => keepGoing(world, now());
