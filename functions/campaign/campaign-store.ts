import { type AttributeValue, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { canonical } from '../shared/chain.ts';
import { ifAllowed } from '../shared/conditional-write.ts';
import type { Instant } from '../shared/now.ts';
import { queryItems } from '../shared/query-items.ts';
import { type Campaign, type CampaignEvent, CampaignFact, evolveCampaign, noCampaign } from './campaign.ts';
import { CampaignChangedMeanwhile } from './refusals.ts';

// In the table of policies, which nobody may change or delete in, either:
// policy                   version   value, by, at
// campaign#<campaignId>    1, 2 …    what was decided, by whom and when

export type CampaignStore = ReturnType<typeof campaignStore>;
export type DecideCampaign = (current: Campaign, at: Instant) => CampaignFact[];

const MOST_TRIES = 8;

export function campaignStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  async function history(campaignId: string): Promise<CampaignEvent[]> {
    const items = await queryItems(db, {
      TableName,
      KeyConditionExpression: 'policy = :policy',
      ExpressionAttributeValues: { ':policy': { S: `campaign#${campaignId}` } },
      ConsistentRead: true,
    });
    return items.map(readEvent);
  }
  const fold = (campaignId: string, events: readonly CampaignEvent[]): Campaign =>
    events.reduce(evolveCampaign, { ...noCampaign, campaignId });

  /** True when it is there after this, put now or by an attempt whose answer was lost. */
  async function append(campaignId: string, event: CampaignEvent): Promise<boolean> {
    const Item = toItem(campaignId, event);
    const put = new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(policy)' });
    if (await ifAllowed(db.send(put))) return true;
    const there = (await history(campaignId)).find(({ seq }) => seq === event.seq);
    return canonical(there) === canonical(event);
  }

  return {
    history,

    load: async (campaignId: string): Promise<Campaign> => fold(campaignId, await history(campaignId)),

    /** Appends what is decided on the latest history. @throws CampaignChangedMeanwhile, and what `decide` throws */
    async change(campaignId: string, by: string, at: Instant, decide: DecideCampaign): Promise<Campaign> {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const events = await history(campaignId);
        const current = fold(campaignId, events);
        const [fact] = decide(current, at);
        if (!fact) return current;
        const event = { seq: (events.at(-1)?.seq ?? 0) + 1, by, at, fact };
        if (await append(campaignId, event)) return evolveCampaign(current, event);
      }
      throw new CampaignChangedMeanwhile(campaignId);
    },
  };
}

const toItem = (campaignId: string, { seq, by, at, fact }: CampaignEvent) => ({
  policy: { S: `campaign#${campaignId}` },
  version: { N: String(seq) },
  value: { S: canonical(fact) },
  by: { S: by },
  at: { S: at },
});

const readEvent = (item: Record<string, AttributeValue>): CampaignEvent => ({
  seq: Number(item.version?.N),
  by: item.by?.S ?? '',
  at: item.at?.S ?? '',
  fact: CampaignFact.parse(JSON.parse(item.value?.S ?? 'null')),
});
