import { type AttributeValue, type DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { sideBySide } from '../../functions/shared/side-by-side.ts';

export type StoredItem = Record<string, AttributeValue>;

/** Every item of a table, in no order. */
export async function* itemsOf(db: DynamoDBClient, TableName: string): AsyncGenerator<StoredItem> {
  let ExclusiveStartKey: StoredItem | undefined;
  do {
    const page = await db.send(new ScanCommand({ TableName, ExclusiveStartKey, ConsistentRead: true }));
    yield* page.Items ?? [];
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

export async function putItems(db: DynamoDBClient, TableName: string, items: readonly StoredItem[]): Promise<void> {
  await sideBySide(items, (Item) => db.send(new PutItemCommand({ TableName, Item })));
}
