import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { ifAllowed } from '../shared/conditional-write.ts';
import type { Instant } from '../shared/now.ts';
import type { Waiting } from './wait.ts';

// In the table of views, what a run waits for:
// pk                sk                     token, turn, since; in the index byDue under `waiting`, oldest first
// wait#<caseId>     <what it waits for>

/** `turn` sorts the tokens of one wait in the order in which the run made them. */
type Token = { token: string; turn: string };
export type WaitStore = ReturnType<typeof waitStore>;

export function waitStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const key = (caseId: string, waiting: Waiting) => ({ pk: { S: `wait#${caseId}` }, sk: { S: waiting } });
  return {
    /**
     * A state that is tried again waits under a new token; the old one is worth nothing any more. False when a later
     * turn is kept already: this attempt was so slow that the run no longer waits for it.
     */
    async put(caseId: string, waiting: Waiting, { token, turn }: Token, since: Instant): Promise<boolean> {
      const kept = { token: { S: token }, turn: { S: turn }, dueList: { S: 'waiting' }, dueAt: { S: since } };
      return ifAllowed(
        db.send(
          new PutItemCommand({
            TableName,
            Item: { ...key(caseId, waiting), ...kept },
            ConditionExpression: 'attribute_not_exists(turn) OR turn <= :turn',
            ExpressionAttributeValues: { ':turn': { S: turn } },
          }),
        ),
      );
    },

    async token(caseId: string, waiting: Waiting): Promise<string | undefined> {
      const found = await db.send(new GetItemCommand({ TableName, Key: key(caseId, waiting), ConsistentRead: true }));
      return found.Item?.token?.S;
    },

    /** Forgets an answered wait, unless the run waits anew under another token by now. */
    async forget(caseId: string, waiting: Waiting, token: string): Promise<void> {
      await ifAllowed(
        db.send(
          new DeleteItemCommand({
            TableName,
            Key: key(caseId, waiting),
            ConditionExpression: '#token = :token',
            ExpressionAttributeNames: { '#token': 'token' },
            ExpressionAttributeValues: { ':token': { S: token } },
          }),
        ),
      );
    },

    /** Everything that runs of a case wait for. */
    async of(caseId: string): Promise<Waiting[]> {
      const page = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: `wait#${caseId}` } },
          ConsistentRead: true,
        }),
      );
      return (page.Items ?? []).map((item) => item.sk?.S as Waiting);
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
