import { after, type Instant, minute } from '../shared/now.ts';
import type { AudienceStore } from './audience-store.ts';
import type { Campaign } from './campaign.ts';
import type { CampaignStore } from './campaign-store.ts';
import type { CampaignWorkflow } from './campaign-workflow.ts';
import type { Progress, ProgressStore } from './progress-store.ts';
import { type Action, steer } from './steer-campaign.ts';

export type SteeringWorld = {
  campaigns: CampaignStore;
  progress: ProgressStore;
  audience: AudienceStore;
  workflow: CampaignWorkflow;
};

/** A campaign that should have gone on so long ago is taken up by the next sweep. */
export const patience = 10 * minute;

const atItsStart = ({ run, startAt }: Campaign): Progress => ({
  run,
  cursor: '',
  handled: 0,
  nextAt: startAt,
  version: 0,
});

/**
 * Does what somebody wishes. Before it is decided that a campaign goes on, it stands in the list of those that run: if
 * this dies anywhere after, the sweep starts the run that was not started.
 */
export async function steerAndRun(
  world: SteeringWorld,
  { campaignId, action, by }: { campaignId: string; action: Action; by: string },
  at: Instant,
): Promise<Campaign> {
  const before = await world.campaigns.load(campaignId);
  const progress = (await world.progress.read(campaignId)) ?? atItsStart(before);
  const run = Math.max(progress.run, before.run) + 1;
  const goesOn = action === 'start' || action === 'resume';
  const pages = action === 'start' && before.audience.from === 'list' ? await world.audience.pages(campaignId) : 0;
  const decide = steer(action, { run, pages });
  if (goesOn && decide(before).length > 0) {
    const nextAt = before.startAt > at ? before.startAt : at;
    await world.progress.save(campaignId, { ...progress, nextAt }, true);
  }
  const current = await world.campaigns.change(campaignId, by, at, decide);
  if (current.status === 'running' && goesOn) await world.workflow.start(current, current.run);
  return current;
}

/** Starts a run of every campaign that stands still though it should not, and leaves out those that should. */
export async function keepGoing(world: Omit<SteeringWorld, 'audience'>, at: Instant): Promise<{ restarted: number }> {
  let restarted = 0;
  for (const campaignId of await world.progress.stuckSince(after(at, -patience))) {
    const current = await world.campaigns.load(campaignId);
    const progress = await world.progress.read(campaignId);
    if (!progress) continue;
    if (current.status !== 'running') {
      await world.progress.save(campaignId, progress, false);
      continue;
    }
    await world.workflow.start(current, Math.max(progress.run, current.run) + 1);
    restarted++;
  }
  return { restarted };
}
