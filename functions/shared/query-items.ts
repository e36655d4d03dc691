import {
  type AttributeValue,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';

export type Item = Record<string, AttributeValue>;
type Asked = Omit<QueryCommandInput, 'ExclusiveStartKey'>;

/** What a query finds, a page at a time: a page is full at a megabyte or at its `Limit`. */
export async function* pagesOf(db: Pick<DynamoDBClient, 'send'>, asked: Asked): AsyncGenerator<Item[]> {
  let ExclusiveStartKey: Item | undefined;
  do {
    const page = await db.send(new QueryCommand({ ...asked, ...(ExclusiveStartKey && { ExclusiveStartKey }) }));
    yield page.Items ?? [];
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

/** Everything that a query finds, in its order. */
export async function queryItems(db: Pick<DynamoDBClient, 'send'>, asked: Asked): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pagesOf(db, asked)) items.push(...page);
  return items;
}
