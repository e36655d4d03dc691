import { DeleteItemCommand, type DynamoDBClient, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { ifAllowed } from '../shared/conditional-write.ts';
import type { Instant } from '../shared/now.ts';

// In the table of views, which cases have something new that is not in the reports yet:
// pk         sk          index byDue: partition, sort
// <caseId>   to-report   to-report, since         seq: the event that was new

/** A case with something new in it, up to this event. */
export type News = { caseId: string; seq: number };
export type NewsStore = ReturnType<typeof newsStore>;

export function newsStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const key = ({ caseId }: News) => ({ pk: { S: caseId }, sk: { S: 'to-report' } });
  return {
    /**
     * Doing it again costs the next sweep a look at the case, and changes nothing; older news leaves newer as it is, and
     * newer leaves the case where it stands in the list.
     */
    async note(news: News, at: Instant): Promise<void> {
      await ifAllowed(
        db.send(
          new UpdateItemCommand({
            TableName,
            Key: key(news),
            UpdateExpression: 'SET seq = :seq, dueList = :list, dueAt = if_not_exists(dueAt, :at)',
            ConditionExpression: 'attribute_not_exists(seq) OR seq < :seq',
            ExpressionAttributeValues: {
              ':seq': { N: String(news.seq) },
              ':list': { S: 'to-report' },
              ':at': { S: at },
            },
          }),
        ),
      );
    },

    /** The cases that have waited longest, at most so many. */
    async oldest(Limit: number): Promise<string[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'byDue',
          KeyConditionExpression: 'dueList = :list',
          ExpressionAttributeValues: { ':list': { S: 'to-report' } },
          Limit,
        }),
      );
      return Items.map((item) => item.pk?.S ?? '');
    },

    /** It is in the reports up to this event; unless something newer has happened meanwhile. */
    async forget(news: News): Promise<void> {
      await ifAllowed(
        db.send(
          new DeleteItemCommand({
            TableName,
            Key: key(news),
            ConditionExpression: 'seq <= :seq',
            ExpressionAttributeValues: { ':seq': { N: String(news.seq) } },
          }),
        ),
      );
    },
  };
}
