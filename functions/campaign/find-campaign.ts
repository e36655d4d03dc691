import { addCells, emptyCell } from '../report/cell.ts';
import { dayOf } from '../report/day.ts';
import type { ResultStore } from '../report/result-store.ts';
import { rollUpName, type SatisfactionRow } from '../report/satisfaction-row.ts';
import type { Instant } from '../shared/now.ts';
import type { CampaignStore } from './campaign-store.ts';
import type { ProgressStore } from './progress-store.ts';
import { CampaignNotFound } from './refusals.ts';
import { type Outcomes, showCampaign } from './show-campaign.ts';

type World = { campaigns: CampaignStore; progress: ProgressStore; results: ResultStore; timeZone: string };

/** A campaign with how far it has come and what became of those it asked. @throws CampaignNotFound */
export async function findCampaign(world: World, campaignId: string, now: Instant) {
  const { campaigns, progress, results, timeZone } = world;
  const [current, history] = [await campaigns.load(campaignId), await campaigns.history(campaignId)];
  if (current.status === 'none') throw new CampaignNotFound(campaignId);
  const days = await results.rollUps(rollUpName('campaign'), dayOf(current.startAt, timeZone), dayOf(now, timeZone));
  const cells = days.flatMap(({ row }) => (row as SatisfactionRow).relationship?.[campaignId] ?? []);
  const { invited, delivered, started, answered, declined, notAsked } = cells.reduce(addCells, emptyCell);
  const outcomes: Outcomes = { invited, delivered, started, answered, declined, notAsked };
  return showCampaign(current, history, await progress.read(campaignId), outcomes);
}
