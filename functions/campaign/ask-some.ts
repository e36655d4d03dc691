import { after, type Instant } from '../shared/now.ts';
import { sideBySide } from '../shared/side-by-side.ts';
import type { AudienceStore } from './audience-store.ts';
import type { Campaign } from './campaign.ts';
import type { CampaignStore } from './campaign-store.ts';
import type { Progress, ProgressStore } from './progress-store.ts';

export type AskingWorld = {
  campaigns: CampaignStore;
  progress: ProgressStore;
  audience: AudienceStore;
  /** Asks one customer; doing it again does nothing. */
  ask: (campaign: Campaign, customerId: string, at: Instant) => Promise<void>;
};

/** What the run does next: more after so many seconds, or nothing and why. */
export type Next = {
  next: 'again' | 'finished' | 'paused' | 'cancelled' | 'superseded';
  waitSeconds: number;
};

const END = 'end';
const mostAtOnce = 300;

/** A sixth of what may be asked in a minute, so that it goes on evenly. */
export const batchOf = ({ perMinute }: Pick<Campaign, 'perMinute'>): number =>
  Math.min(mostAtOnce, Math.max(1, Math.floor(perMinute / 6)));

/**
 * Asks the next of those a campaign is for. It may die anywhere: what it had done is done again, to no effect, and the
 * rate is kept by when the next may be asked, however many runs ask.
 */
export async function askSome(
  world: AskingWorld,
  { campaignId, run }: { campaignId: string; run: number },
  at: Instant,
): Promise<Next> {
  const campaign = await world.campaigns.load(campaignId);
  const { status } = campaign;
  if (status !== 'running')
    return { next: status === 'none' || status === 'drafted' ? 'superseded' : status, waitSeconds: 0 };
  const progress = await world.progress.read(campaignId);
  if (!progress || run < progress.run || run < campaign.run) return { next: 'superseded', waitSeconds: 0 };
  if (progress.cursor === END) return finish(world, campaign, progress, at);
  if (at < progress.nextAt) return again(seconds(at, progress.nextAt));

  const some = await world.audience.next(campaign, progress.cursor, batchOf(campaign));
  await sideBySide(some.customers, (customerId) => world.ask(campaign, customerId, at));
  const nextAt = after(at, (60_000 * some.customers.length) / campaign.perMinute);
  const handled = progress.handled + some.customers.length;
  const further = { ...progress, run, cursor: some.next ?? END, handled, nextAt };
  if (!(await world.progress.save(campaignId, further, true))) return again(1);
  return some.next
    ? again(seconds(at, nextAt))
    : finish(world, campaign, { ...further, version: further.version + 1 }, at);
}

const again = (waitSeconds: number): Next => ({ next: 'again', waitSeconds });
const seconds = (from: Instant, to: Instant) => Math.max(1, Math.ceil((Date.parse(to) - Date.parse(from)) / 1000));

/** Everybody has been seen to. */
async function finish(world: AskingWorld, { campaignId }: Campaign, progress: Progress, at: Instant): Promise<Next> {
  const { status } = await world.campaigns.change(campaignId, 'workflow', at, (current) =>
    current.status === 'running' ? [{ kind: 'finished' }] : [],
  );
  await world.progress.save(campaignId, progress, false);
  return { next: status === 'finished' ? 'finished' : 'superseded', waitSeconds: 0 };
}
