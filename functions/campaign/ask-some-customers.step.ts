import * as z from 'zod/mini';
import { caseStore } from '../case/case-store.ts';
import { versionStore } from '../policy/version-store.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { now } from '../shared/now.ts';
import { rulesStore } from '../survey/rules-store.ts';
import { surveyWorkflow } from '../survey/survey-workflow.ts';
import { askOne } from './ask-one.ts';
import { askSome } from './ask-some.ts';
import { audienceStore } from './audience-store.ts';
import { CampaignId } from './campaign.ts';
import { campaignStore } from './campaign-store.ts';
import { progressStore } from './progress-store.ts';

// "Ask some customers"
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'POLICIES_TABLE', 'SURVEY_WORKFLOW_ARN');
const db = dynamo();
const world = {
  campaigns: campaignStore(db, env.POLICIES_TABLE),
  progress: progressStore(db, env.CASE_VIEWS_TABLE),
  audience: audienceStore(db, env.CASE_VIEWS_TABLE),
  ask: askOne({
    cases: caseStore(db, env.CASE_EVENTS_TABLE),
    surveys: surveyWorkflow(sfn(), env.SURVEY_WORKFLOW_ARN),
    rules: rulesStore(versionStore(db, env.POLICIES_TABLE)).inForce,
  }),
};
const Input = z.object({ campaignId: CampaignId, number: z.int() });

export const handler = async (payload: unknown) => {
  const { campaignId, number: run } = Input.parse(payload);
  return askSome(world, { campaignId, run }, now());
};
