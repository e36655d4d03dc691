import { gunzipSync } from 'node:zlib';
import { type AttributeValue, DeleteItemCommand, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../shared/now.ts';
import { queryItems } from '../shared/query-items.ts';

/** A row of the vault as people may read it: what it is called there, and what stands in it. */
export type VaultRow = { sk: string; values: Record<string, unknown> };
export type PersonStore = ReturnType<typeof personStore>;

/** All rows of one person in the vault at once: to hand them out, and to forget them. */
export function personStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const key = (personId: string, sk: string) => ({ personId: { S: personId }, sk: { S: sk } });

  async function everything(personId: string): Promise<VaultRow[]> {
    const items = await queryItems(db, {
      TableName,
      KeyConditionExpression: 'personId = :personId',
      ExpressionAttributeValues: { ':personId': { S: personId } },
      ConsistentRead: true,
    });
    return items.map(toRow);
  }

  /** @returns how many of these rows were there */
  async function forget(personId: string, sks: readonly string[]): Promise<number> {
    let gone = 0;
    for (const sk of sks) {
      const Key = key(personId, sk);
      const { Attributes } = await db.send(new DeleteItemCommand({ TableName, Key, ReturnValues: 'ALL_OLD' }));
      if (Attributes) gone += 1;
    }
    return gone;
  }

  return {
    everything,
    forget,

    /**
     * Everything of this person goes. In place of the contact stays when it went, so that nobody is told to write to
     * them again. @returns how many rows went
     */
    async forgetAll(personId: string, at: Instant): Promise<number> {
      const before = await everything(personId);
      const hadContact = before.some(({ sk, values }) => sk === 'contact' && 'contact' in values);
      const Item = { ...key(personId, 'contact'), erasedAt: { S: at } };
      await db.send(new PutItemCommand({ TableName, Item }));
      let gone = hadContact ? 1 : 0;
      // What was being written meanwhile goes, too.
      for (let left = rest(before); left.length > 0; left = rest(await everything(personId))) {
        gone += await forget(personId, left);
      }
      return gone;
    },
  };
}

const rest = (rows: VaultRow[]): string[] => rows.map(({ sk }) => sk).filter((sk) => sk !== 'contact');

function toRow({ personId: _, sk, ...attributes }: Record<string, AttributeValue>): VaultRow {
  const values = Object.entries(attributes).map(([name, value]) => [name, readable(value)]);
  return { sk: sk?.S ?? '', values: Object.fromEntries(values) };
}

/** Numbers as numbers, JSON as what it says, what is compressed as text. */
function readable({ S, N, BOOL, SS, B }: AttributeValue): unknown {
  if (N !== undefined) return Number(N);
  if (B !== undefined) return readable({ S: gunzipSync(B).toString() });
  if (S === undefined) return BOOL ?? SS ?? null;
  if (!/^[[{]/.test(S)) return S;
  try {
    return JSON.parse(S);
  } catch {
    return S;
  }
}
