import { type AttributeValue, type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { ifAllowed } from '../shared/conditional-write.ts';
import { PolicyChangedMeanwhile } from '../shared/errors.ts';
import type { Instant } from '../shared/now.ts';
import { pagesOf, queryItems } from '../shared/query-items.ts';

// The table of policies, append-only like the events:
// policy   version   value, by, at     a version is written once; the highest is in force

/** A version as it was saved; what its value means is known to the concept it belongs to. */
export type Version = { version: number; by: string; at: Instant; value: unknown };
export type VersionStore = ReturnType<typeof versionStore>;

export function versionStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const asked = (policy: string) => ({
    TableName,
    KeyConditionExpression: 'policy = :policy',
    ExpressionAttributeValues: { ':policy': { S: policy } },
    ConsistentRead: true,
  });
  async function latest(policy: string): Promise<Version | undefined> {
    const newestFirst = { ...asked(policy), ScanIndexForward: false, Limit: 1 };
    for await (const [newest] of pagesOf(db, newestFirst)) return newest && toVersion(newest);
  }

  return {
    latest,

    /** Every version, oldest first. */
    versions: async (policy: string): Promise<Version[]> => (await queryItems(db, asked(policy))).map(toVersion),

    /** One version, as it was saved. */
    async exactly(policy: string, version: number): Promise<Version | undefined> {
      const found = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'policy = :policy AND version = :version',
          ExpressionAttributeValues: { ':policy': { S: policy }, ':version': { N: String(version) } },
          ConsistentRead: true,
        }),
      );
      return found.Items?.map(toVersion)[0];
    },

    /** The next version; the value in force already needs none. @throws PolicyChangedMeanwhile */
    async save(policy: string, value: unknown, by: string, at: Instant): Promise<Version> {
      const before = await latest(policy);
      if (before && same(before.value, value)) return before;
      const next = { version: (before?.version ?? 0) + 1, by, at, value };
      const put = new PutItemCommand({
        TableName,
        Item: toItem(policy, next),
        ConditionExpression: 'attribute_not_exists(policy)',
      });
      if (await ifAllowed(db.send(put))) return next;
      // The answer to this very put may have been lost, and the put sent again.
      const there = await latest(policy);
      if (there?.by === by && there.at === at && same(there.value, value)) return next;
      throw new PolicyChangedMeanwhile(policy);
    },
  };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const toItem = (policy: string, { version, value, by, at }: Version) => ({
  policy: { S: policy },
  version: { N: String(version) },
  value: { S: JSON.stringify(value) },
  by: { S: by },
  at: { S: at },
});

const toVersion = (item: Record<string, AttributeValue>): Version => ({
  version: Number(item.version?.N),
  by: item.by?.S ?? '',
  at: item.at?.S ?? '',
  value: JSON.parse(item.value?.S ?? 'null'),
});
