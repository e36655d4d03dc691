import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { Instant } from '../shared/now.ts';

// In the table of views, which cases have something new that is not in the reports yet:
// pk         sk          index byDue: partition, sort
// <caseId>   to-report   to-report, since         seq: the event that was new

/** A case with something new in it, up to this event. */
export type News = { caseId: string; seq: number };
export type NewsStore = ReturnType<typeof newsStore>;

export function newsStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const key = ({ caseId }: News) => ({ pk: { S: caseId }, sk: { S: 'to-report' } });
  async function unlessRefused(command: PutItemCommand | DeleteItemCommand): Promise<void> {
    try {
      await (command instanceof PutItemCommand ? db.send(command) : db.send(command));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  return {
    /** Doing it again costs the next sweep a look at the case, and changes nothing; older news leaves newer as it is. */
    async note(news: News, at: Instant): Promise<void> {
      const seq = { N: String(news.seq) };
      const Item = { ...key(news), seq, dueList: { S: 'to-report' }, dueAt: { S: at } };
      await unlessRefused(
        new PutItemCommand({
          TableName,
          Item,
          ConditionExpression: 'attribute_not_exists(seq) OR seq < :seq',
          ExpressionAttributeValues: { ':seq': seq },
        }),
      );
    },

    /** The cases that have waited longest, at most so many. */
    async oldest(Limit: number): Promise<News[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'byDue',
          KeyConditionExpression: 'dueList = :list',
          ExpressionAttributeValues: { ':list': { S: 'to-report' } },
          Limit,
        }),
      );
      return Items.map((item) => ({ caseId: item.pk?.S ?? '', seq: Number(item.seq?.N) }));
    },

    /** It is in the reports; unless something newer has happened meanwhile. */
    async forget(news: News): Promise<void> {
      await unlessRefused(
        new DeleteItemCommand({
          TableName,
          Key: key(news),
          ConditionExpression: 'seq = :seq',
          ExpressionAttributeValues: { ':seq': { N: String(news.seq) } },
        }),
      );
    },
  };
}
