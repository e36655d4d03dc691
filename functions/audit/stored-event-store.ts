import { type AttributeValue, type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { StoredItem } from './stored-chain.ts';

// The table of events, read as it is stored: whoever checks a chain must not see it through the eyes of who wrote it.

export type StoredEventStore = ReturnType<typeof storedEventStore>;

export const storedEventStore = (db: Pick<DynamoDBClient, 'send'>, TableName: string) => ({
  /** The events of a case from this number on, in the order of the table. */
  async from(caseId: string, seq: number): Promise<StoredItem[]> {
    const items: StoredItem[] = [];
    let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
    do {
      const page = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'caseId = :caseId AND seq >= :seq',
          ExpressionAttributeValues: { ':caseId': { S: caseId }, ':seq': { N: String(seq) } },
          ConsistentRead: true,
          ...(ExclusiveStartKey && { ExclusiveStartKey }),
        }),
      );
      items.push(...((page.Items ?? []) as StoredItem[]));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return items;
  },
});
