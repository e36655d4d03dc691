import * as z from 'zod/mini';
import type { Instant } from '../shared/now.ts';
import { SurveyRef } from '../survey/survey-fact.ts';

export const CampaignId = z.string().check(z.regex(/^campaign_[0-9a-z]{26,32}$/));

const Moment = z.iso.datetime();

/** Who is asked: those of a list, which is put in pages; or all who had a case closed that was opened in that time. */
export const Audience = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('list') }),
  z.strictObject({ from: z.literal('cases'), openedFrom: Moment, openedTo: Moment }),
]);
export type Audience = z.infer<typeof Audience>;

/** Customers a minute, at most. */
export const Rate = z.int().check(z.gte(1), z.lte(6000));

/** What somebody decided about a campaign. All of it is kept, nothing is ever changed. */
export const CampaignFact = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('created'),
    name: z.string(),
    survey: SurveyRef,
    audience: Audience,
    startAt: Moment,
    perMinute: Rate,
  }),
  /** `run` is the number of the run that goes on with it. */
  z.strictObject({ kind: z.literal('started'), run: z.int(), pages: z.int() }),
  z.strictObject({ kind: z.literal('paused') }),
  z.strictObject({ kind: z.literal('resumed'), run: z.int() }),
  z.strictObject({ kind: z.literal('cancelled') }),
  z.strictObject({ kind: z.literal('finished') }),
]);
export type CampaignFact = z.infer<typeof CampaignFact>;
export type CampaignEvent = { seq: number; by: string; at: Instant; fact: CampaignFact };

export type CampaignStatus = 'none' | 'drafted' | 'running' | 'paused' | 'cancelled' | 'finished';

/** What the history of a campaign amounts to. */
export type Campaign = {
  campaignId: string;
  status: CampaignStatus;
  name: string;
  survey: SurveyRef;
  audience: Audience;
  startAt: Instant;
  perMinute: number;
  /** How many pages its list has; fixed when it is started. */
  pages: number;
  /** The number of the run that was last started by somebody. */
  run: number;
};

export const noCampaign: Campaign = {
  ...{ campaignId: '', status: 'none', name: '', survey: { id: 'none', version: 0 }, audience: { from: 'list' } },
  ...{ startAt: '', perMinute: 1, pages: 0, run: 0 },
};

/** Total: takes every fact in every state. */
export function evolveCampaign(before: Campaign, { fact }: Pick<CampaignEvent, 'fact'>): Campaign {
  switch (fact.kind) {
    case 'created':
      return { ...before, ...fact, status: 'drafted' };
    case 'started':
      return { ...before, status: 'running', run: fact.run, pages: fact.pages };
    case 'resumed':
      return { ...before, status: 'running', run: fact.run };
    case 'paused':
    case 'cancelled':
    case 'finished':
      return { ...before, status: fact.kind };
  }
}
