import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { askOne } from '../../../functions/campaign/ask-one.ts';
import { askSome } from '../../../functions/campaign/ask-some.ts';
import { audienceStore } from '../../../functions/campaign/audience-store.ts';
import type { Audience } from '../../../functions/campaign/campaign.ts';
import { campaignStore } from '../../../functions/campaign/campaign-store.ts';
import { campaignWorkflow } from '../../../functions/campaign/campaign-workflow.ts';
import { createCampaign } from '../../../functions/campaign/create-campaign.ts';
import { progressStore } from '../../../functions/campaign/progress-store.ts';
import { steerAndRun } from '../../../functions/campaign/steer-and-run.ts';
import type { Action } from '../../../functions/campaign/steer-campaign.ts';
import { caseStore } from '../../../functions/case/case-store.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { after, type Instant } from '../../../functions/shared/now.ts';
import { shippedDefinitions } from '../../../functions/survey/shipped-definitions.ts';
import { shippedRules } from '../../../functions/survey/survey-rules.ts';
import { surveyWorkflow } from '../../../functions/survey/survey-workflow.ts';
import { monday } from '../../support/given.ts';
import { stepFunctions } from '../../support/step-functions.ts';
import { tableNames } from '../../support/tables.ts';

const arn = (name: string) => `arn:aws:states:eu-central-1:1:stateMachine:${name}`;

/** Everything a campaign works with, over this client; Step Functions remembers what was started. */
export function campaignWorld(db: DynamoDBClient, runs = stepFunctions()) {
  const cases = caseStore(db, tableNames.CASE_EVENTS_TABLE);
  const world = {
    campaigns: campaignStore(db, tableNames.POLICIES_TABLE),
    progress: progressStore(db, tableNames.CASE_VIEWS_TABLE),
    audience: audienceStore(db, tableNames.CASE_VIEWS_TABLE),
    workflow: campaignWorkflow(runs.client, arn('campaign')),
    ask: askOne({ cases, surveys: surveyWorkflow(runs.client, arn('survey')), rules: async () => shippedRules }),
  };
  const definition = { id: 'relationship', version: 0, definition: shippedDefinitions.relationship };

  return {
    ...world,
    world,
    cases,
    runs,
    /** The survey runs that were started, each for one customer. */
    asked: () => runs.started.filter(({ name }) => name.endsWith('-survey')),

    async drafted(customers: readonly string[], { perMinute = 60, audience = { from: 'list' } as Audience } = {}) {
      const campaignId = newId('campaign');
      const wish = { name: 'Autumn', survey: 'relationship', audience, perMinute };
      await world.campaigns.change(campaignId, 'admin', monday, createCampaign(wish, definition as never, monday));
      for (let page = 0; page * 500 < customers.length; page++)
        await world.audience.putPage(campaignId, page + 1, customers.slice(page * 500, (page + 1) * 500));
      return campaignId;
    },

    steer: (campaignId: string, action: Action, at: Instant = monday) =>
      steerAndRun(world, { campaignId, action, by: 'admin' }, at),

    /** Asks as the run with this number does, until it has nothing more to do. Tells when each batch was asked. */
    async play(campaignId: string, run = 1, at: Instant = monday, most = Number.POSITIVE_INFINITY) {
      const times: Instant[] = [];
      for (let now = at; ; ) {
        const { next, waitSeconds } = await askSome(world, { campaignId, run }, now);
        times.push(now);
        if (next !== 'again' || times.length >= most) return { next, times, now };
        now = after(now, waitSeconds * 1000);
      }
    },
  };
}

export const people = (count: number, prefix = 'cus_'): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(i).padStart(6, '0')}`);
