import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { ifAllowed } from '../shared/conditional-write.ts';
import type { Instant } from '../shared/now.ts';

// In the table of views, how far a campaign has come:
// pk             sk         index byDue: partition, sort           run, cursor, handled, version
// <campaignId>   progress   campaigns, next time     while it runs

/** `handled` customers have been seen to, those before `cursor`; the next may be no sooner than `nextAt`. */
export type Progress = { run: number; cursor: string; handled: number; nextAt: Instant; version: number };
export type ProgressStore = ReturnType<typeof progressStore>;

export function progressStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const key = (campaignId: string) => ({ pk: { S: campaignId }, sk: { S: 'progress' } });
  return {
    async read(campaignId: string): Promise<Progress | undefined> {
      const found = await db.send(new GetItemCommand({ TableName, Key: key(campaignId), ConsistentRead: true }));
      return found.Item && readProgress(found.Item);
    },

    /** False when somebody else has come further since `progress` was read. A campaign at rest is in no list. */
    async save(campaignId: string, progress: Progress, isRunning: boolean): Promise<boolean> {
      const { run, cursor, handled, nextAt, version } = progress;
      const Item = {
        ...key(campaignId),
        ...{
          run: { N: `${run}` },
          cursor: { S: cursor },
          handled: { N: `${handled}` },
          version: { N: `${version + 1}` },
        },
        dueAt: { S: nextAt },
        ...(isRunning && { dueList: { S: 'campaigns' } }),
      };
      return ifAllowed(
        db.send(
          new PutItemCommand({
            TableName,
            Item,
            ConditionExpression: version === 0 ? 'attribute_not_exists(pk)' : '#version = :version',
            ...(version > 0 && {
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':version': { N: String(version) } },
            }),
          }),
        ),
      );
    },

    /** Campaigns that run and should have come further by then. */
    async stuckSince(dueBy: Instant): Promise<string[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'byDue',
          KeyConditionExpression: 'dueList = :list AND dueAt <= :dueBy',
          ExpressionAttributeValues: { ':list': { S: 'campaigns' }, ':dueBy': { S: dueBy } },
        }),
      );
      return Items.map((item) => item.pk?.S ?? '');
    },
  };
}

const readProgress = (item: Record<string, AttributeValue>): Progress => ({
  run: Number(item.run?.N),
  cursor: item.cursor?.S ?? '',
  handled: Number(item.handled?.N),
  nextAt: item.dueAt?.S ?? '',
  version: Number(item.version?.N),
});
