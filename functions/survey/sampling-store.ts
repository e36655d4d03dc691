import { randomBytes } from 'node:crypto';
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Version, VersionStore } from '../policy/version-store.ts';
import { refusalOf } from '../shared/conditional-write.ts';
import { PolicyChangedMeanwhile } from '../shared/errors.ts';
import type { Instant } from '../shared/now.ts';
import { commitmentTo } from './sampling.ts';

// In the vault, where nobody who works on cases can look:
// personId   seed#<period>   seed (256 random bits), made once           personId is `sampling`, which is nobody
// In the table of policies, for everybody to check:
// sampling#<period>   1   commitment, the hash of the seed      2   and the seed, when the period is over

export type PublishedSample = { period: string; commitment: string; seed?: string };
export type SamplingStore = ReturnType<typeof samplingStore>;

type Published = Version & { value: PublishedSample };
const policyOf = (period: string): string => `sampling#${period}`;

/** What everybody may see. */
export const publishedSamples = (versions: VersionStore) => ({
  versions: (period: string) => versions.versions(policyOf(period)) as Promise<Published[]>,
});

export function samplingStore(db: Pick<DynamoDBClient, 'send'>, TableName: string, versions: VersionStore) {
  const key = (period: string) => ({ personId: { S: 'sampling' }, sk: { S: `seed#${period}` } });
  const published = async (period: string) =>
    (await versions.latest(policyOf(period)))?.value as PublishedSample | undefined;
  const publish = async (value: PublishedSample, at: Instant): Promise<void> => {
    try {
      await versions.save(policyOf(value.period), value, 'sampling', at);
    } catch (error) {
      if (!(error instanceof PolicyChangedMeanwhile)) throw error; // somebody else published the same
    }
  };

  async function keptSeed(period: string): Promise<string | undefined> {
    const { Item } = await db.send(new GetItemCommand({ TableName, Key: key(period), ConsistentRead: true }));
    return Item?.seed?.S;
  }

  async function makeSeed(period: string): Promise<string> {
    const seed = randomBytes(32).toString('base64url');
    const Item = { ...key(period), seed: { S: seed } };
    const put = new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(personId)' });
    const refused = await refusalOf(db.send(put));
    if (!refused) return seed;
    const kept = await keptSeed(period);
    if (!kept) throw refused;
    return kept;
  }

  return {
    published,

    /** The seed of a period, made once, and never handed out before the commitment to it is published. */
    async committed(period: string, at: Instant): Promise<string> {
      const seed = (await keptSeed(period)) ?? (await makeSeed(period));
      if (!(await published(period))) await publish({ period, commitment: commitmentTo(seed) }, at);
      return seed;
    },

    /** Publishes the seed of a period in which nobody can be drawn any more. */
    async reveal(period: string, at: Instant): Promise<void> {
      const seed = await keptSeed(period);
      const known = await published(period);
      if (seed && known && !known.seed) await publish({ ...known, seed }, at);
    },
  };
}
