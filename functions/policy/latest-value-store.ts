import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';

/** What was saved last under a policy, as it was saved; for functions that have no room for version-store.ts. */
export async function latestValue(db: Pick<DynamoDBClient, 'send'>, TableName: string, policy: string) {
  const { Items } = await db.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'policy = :policy',
      ExpressionAttributeValues: { ':policy': { S: policy } },
      ScanIndexForward: false,
      Limit: 1,
    }),
  );
  return JSON.parse(Items?.[0]?.value?.S ?? '{}') as unknown;
}
