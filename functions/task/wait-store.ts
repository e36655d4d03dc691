import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { Instant } from '../shared/now.ts';
import type { Waiting } from './wait.ts';

// In the table of views, what a run waits for:
// pk                sk                     token, since; in the index byDue under `waiting`, oldest first
// wait#<caseId>     <what it waits for>

export type WaitStore = ReturnType<typeof waitStore>;

export function waitStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const key = (caseId: string, waiting: Waiting) => ({ pk: { S: `wait#${caseId}` }, sk: { S: waiting } });
  return {
    /** A state that is tried again waits under a new token; the old one is worth nothing any more. */
    async put(caseId: string, waiting: Waiting, token: string, since: Instant): Promise<void> {
      const Item = { ...key(caseId, waiting), token: { S: token }, dueList: { S: 'waiting' }, dueAt: { S: since } };
      await db.send(new PutItemCommand({ TableName, Item }));
    },

    async token(caseId: string, waiting: Waiting): Promise<string | undefined> {
      const found = await db.send(new GetItemCommand({ TableName, Key: key(caseId, waiting), ConsistentRead: true }));
      return found.Item?.token?.S;
    },

    /** Forgets an answered wait, unless the run waits anew under another token by now. */
    async forget(caseId: string, waiting: Waiting, token: string): Promise<void> {
      try {
        await db.send(
          new DeleteItemCommand({
            TableName,
            Key: key(caseId, waiting),
            ConditionExpression: '#token = :token',
            ExpressionAttributeNames: { '#token': 'token' },
            ExpressionAttributeValues: { ':token': { S: token } },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },

    /** Since when the oldest wait is unanswered. */
    async oldest(): Promise<Instant | undefined> {
      const page = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'byDue',
          KeyConditionExpression: 'dueList = :list',
          ExpressionAttributeValues: { ':list': { S: 'waiting' } },
          Limit: 1,
        }),
      );
      return page.Items?.[0]?.dueAt?.S;
    },
  };
}
