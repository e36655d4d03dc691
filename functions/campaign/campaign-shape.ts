import * as z from 'zod/mini';
import { Instant } from '../shared/instant-shape.ts';
import { SurveyRef } from '../survey/survey-fact.ts';
import { Audience, CampaignId, Rate } from './campaign.ts';

const Count = z.int().check(z.gte(0));

/** A campaign as clients see it. */
export const CampaignShown = z.strictObject({
  campaignId: CampaignId,
  status: z.enum(['drafted', 'running', 'paused', 'cancelled', 'finished']),
  name: z.string(),
  survey: SurveyRef,
  audience: Audience,
  startAt: Instant,
  perMinute: Rate,
  progress: z.strictObject({ handled: Count, nextAt: z.optional(Instant) }),
  outcomes: z.optional(
    z.strictObject({
      ...{ invited: Count, delivered: Count, started: Count, answered: Count, declined: Count },
      notAsked: z.record(z.string(), Count),
    }),
  ),
  history: z.array(
    z.strictObject({
      seq: z.int(),
      by: z.string(),
      at: Instant,
      kind: z.enum(['created', 'started', 'paused', 'resumed', 'cancelled', 'finished']),
    }),
  ),
});
