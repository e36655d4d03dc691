import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { queryItems } from '../shared/query-items.ts';
import type { StoredItem } from './stored-chain.ts';

// The table of events, read as it is stored: whoever checks a chain must not see it through the eyes of who wrote it.

export type StoredEventStore = ReturnType<typeof storedEventStore>;

export const storedEventStore = (db: Pick<DynamoDBClient, 'send'>, TableName: string) => ({
  /** The events of a case from this number on, in the order of the table. */
  async from(caseId: string, seq: number): Promise<StoredItem[]> {
    const items = await queryItems(db, {
      TableName,
      KeyConditionExpression: 'caseId = :caseId AND seq >= :seq',
      ExpressionAttributeValues: { ':caseId': { S: caseId }, ':seq': { N: String(seq) } },
      ConsistentRead: true,
    });
    return items as StoredItem[];
  },
});
