import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type * as z from 'zod/mini';
import { type Reminders, shippedReminders } from '../reminder/reminder.ts';
import { PolicyChangedMeanwhile } from '../shared/errors.ts';
import { type Instant, minute } from '../shared/now.ts';
import { type PolicyName, policies, type Teams } from './policy.ts';

// The table of policies, append-only like the events:
// policy   version   value, by, at     a version is written once; the highest is in force

type Value<N extends PolicyName> = z.infer<(typeof policies)[N]>;
export type PolicyVersion<N extends PolicyName> = { version: number; by: string; at: Instant; value: Value<N> };
export type PolicyStore = ReturnType<typeof policyStore>;

export function policyStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  async function latest<N extends PolicyName>(policy: N): Promise<PolicyVersion<N> | undefined> {
    const page = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'policy = :policy',
        ExpressionAttributeValues: { ':policy': { S: policy } },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: 1,
      }),
    );
    const item = page.Items?.[0];
    if (!item) return undefined;
    const value = policies[policy].parse(JSON.parse(item.value?.S ?? 'null')) as Value<N>;
    return { version: Number(item.version?.N), by: item.by?.S ?? '', at: item.at?.S ?? '', value };
  }

  let known: { teams: Teams; readAt: number } | undefined;

  return {
    latest,

    /** The teams in force, at most a minute old. */
    async teams(): Promise<Teams> {
      if (known && Date.now() - known.readAt < minute) return known.teams;
      known = { teams: (await latest('teams'))?.value ?? [], readAt: Date.now() };
      return known.teams;
    },

    /** The reminders in force: the last that were saved, or those that come with the service. */
    async reminders(): Promise<Reminders> {
      return (await latest('reminders'))?.value ?? shippedReminders;
    },

    /** The next version; the value in force already needs none. @throws PolicyChangedMeanwhile */
    async save<N extends PolicyName>(policy: N, value: Value<N>, by: string, at: Instant): Promise<PolicyVersion<N>> {
      const before = await latest(policy);
      if (before && JSON.stringify(before.value) === JSON.stringify(value)) return before;
      const version = (before?.version ?? 0) + 1;
      try {
        await db.send(
          new PutItemCommand({
            TableName,
            Item: {
              policy: { S: policy },
              version: { N: String(version) },
              value: { S: JSON.stringify(value) },
              by: { S: by },
              at: { S: at },
            },
            ConditionExpression: 'attribute_not_exists(policy)',
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        // The answer to this very put may have been lost, and the put sent again.
        const there = await latest(policy);
        const ours = there?.by === by && there.at === at && JSON.stringify(there.value) === JSON.stringify(value);
        if (!ours) throw new PolicyChangedMeanwhile(policy);
      }
      return { version, by, at, value };
    },
  };
}
