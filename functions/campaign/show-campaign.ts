import type { Cell } from '../report/cell.ts';
import type { Campaign, CampaignEvent } from './campaign.ts';
import type { Progress } from './progress-store.ts';

/** What became of those who were asked so far, as the reports have counted it. */
export type Outcomes = Pick<Cell, 'invited' | 'delivered' | 'started' | 'answered' | 'declined' | 'notAsked'>;

/** A campaign as clients see it: what was decided by whom, and how far it has come. */
export function showCampaign(
  current: Campaign,
  history: readonly CampaignEvent[],
  progress?: Progress,
  outcomes?: Outcomes,
) {
  const { campaignId, status, name, survey, audience, startAt, perMinute } = current;
  const { handled = 0, nextAt } = progress ?? {};
  return {
    ...{ campaignId, status, name, survey, audience, startAt, perMinute },
    progress: { handled, ...(status === 'running' && nextAt && { nextAt }) },
    ...(outcomes && { outcomes }),
    history: history.map(({ seq, by, at, fact }) => ({ seq, by, at, kind: fact.kind })),
  };
}
