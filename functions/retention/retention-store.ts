import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Version, VersionStore } from '../policy/version-store.ts';
import type { Instant } from '../shared/now.ts';
import { RetentionRules, shippedRetention } from './retention.ts';

// In the table of policies:
// retention   1, 2, 3 …   for how long each class of data is kept

export type RetentionStore = ReturnType<typeof retentionStore>;

export const retentionStore = (versions: VersionStore) => ({
  /** The rules in force; version 0 is what comes with the service. */
  async inForce(): Promise<
    Omit<Version, 'by' | 'at' | 'value'> & Partial<Pick<Version, 'by' | 'at'>> & { value: RetentionRules }
  > {
    const latest = await versions.latest('retention');
    return latest ? { ...latest, value: RetentionRules.parse(latest.value) } : { version: 0, value: shippedRetention };
  },

  /** @throws PolicyChangedMeanwhile */
  save: (rules: RetentionRules, by: string, at: Instant) => versions.save('retention', rules, by, at),
});

// In the table of views, how far a walk over all ended cases has come:
// pk          sk     status, cursor?, endedAt (when the last walk came to its end)
// retention   walk

export type Walk = { status: number; cursor?: string; endedAt?: Instant };
export type WalkStore = ReturnType<typeof walkStore>;

export function walkStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const Key = { pk: { S: 'retention' }, sk: { S: 'walk' } };
  return {
    async read(): Promise<Walk> {
      const { Item } = await db.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      return Item?.walk?.S ? (JSON.parse(Item.walk.S) as Walk) : { status: 0 };
    },
    /** Of two that walk at once each does what the other does: nothing is lost, and nothing is done twice. */
    async save(walk: Walk): Promise<void> {
      await db.send(new PutItemCommand({ TableName, Item: { ...Key, walk: { S: JSON.stringify(walk) } } }));
    },
  };
}
