import * as z from 'zod/mini';
import type { Campaign, CampaignFact, CampaignStatus } from './campaign.ts';
import { CampaignNotFound, CampaignNotSteerable } from './refusals.ts';

/** What somebody can do with a campaign that was drafted. */
export const Action = z.enum(['start', 'pause', 'resume', 'cancel']);
export type Action = z.infer<typeof Action>;

const allowed: Record<Action, { in: readonly CampaignStatus[]; done: readonly CampaignStatus[] }> = {
  start: { in: ['drafted'], done: ['running'] },
  pause: { in: ['running'], done: ['paused'] },
  resume: { in: ['paused'], done: ['running'] },
  cancel: { in: ['drafted', 'running', 'paused'], done: ['cancelled'] },
};

/**
 * Doing it again decides nothing. `run` is the number that a new run gets, `pages` how many pages the list has.
 * @throws CampaignNotFound, CampaignNotSteerable
 */
export const steer =
  (action: Action, { run, pages }: { run: number; pages: number }) =>
  (current: Campaign): CampaignFact[] => {
    const { status, campaignId } = current;
    if (status === 'none') throw new CampaignNotFound(campaignId);
    if (allowed[action].done.includes(status)) return [];
    if (!allowed[action].in.includes(status)) throw new CampaignNotSteerable(campaignId, action, status);
    switch (action) {
      case 'start':
        return [{ kind: 'started', run, pages }];
      case 'pause':
        return [{ kind: 'paused' }];
      case 'resume':
        return [{ kind: 'resumed', run }];
      case 'cancel':
        return [{ kind: 'cancelled' }];
    }
  };
