import { gunzipSync, gzipSync } from 'node:zlib';
import { DeleteItemCommand, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../shared/now.ts';
import { queryItems } from '../shared/query-items.ts';
import type { Evidence } from './evidence.ts';

// In the vault, as it holds what people wrote:
// personId   sk
// customer   pack#<caseId>#<at>#<n>      evidence, compressed JSON, in pieces that fit into an item
// customer   pack#<caseId>#<at>#whole    put last: how many pieces, and after which event of the case

export type Gathered = { at: Instant; head: string; evidence: Evidence };
export type GatheredStore = ReturnType<typeof gatheredStore>;

const LARGEST_PIECE = 350 * 1024;

/** Evidence that was put together, until it is handed out. */
export function gatheredStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const key = (personId: string, sk: string) => ({ personId: { S: personId }, sk: { S: sk } });

  const rows = (customerId: string, prefix: string) =>
    queryItems(db, {
      TableName,
      KeyConditionExpression: 'personId = :personId AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':personId': { S: customerId }, ':from': { S: prefix }, ':to': { S: `${prefix}~` } },
      ConsistentRead: true,
    });

  return {
    async put(customerId: string, { at, head, evidence }: Gathered): Promise<void> {
      const prefix = `pack#${evidence.current.caseId}#${at}#`;
      const packed = gzipSync(JSON.stringify(evidence));
      const pieces = Math.ceil(packed.length / LARGEST_PIECE);
      for (let n = 0; n < pieces; n++) {
        const piece = packed.subarray(n * LARGEST_PIECE, (n + 1) * LARGEST_PIECE);
        const Item = { ...key(customerId, `${prefix}${String(n).padStart(5, '0')}`), piece: { B: piece } };
        await db.send(new PutItemCommand({ TableName, Item }));
      }
      const whole = { at: { S: at }, head: { S: head }, pieces: { N: String(pieces) } };
      await db.send(new PutItemCommand({ TableName, Item: { ...key(customerId, `${prefix}whole`), ...whole } }));
    },

    /** The latest that is complete. */
    async find(customerId: string, caseId: string): Promise<Gathered | undefined> {
      const all = await rows(customerId, `pack#${caseId}#`);
      const whole = all.findLast(({ pieces }) => pieces);
      if (!whole) return undefined;
      const at = whole.at?.S ?? '';
      const pieces = all.flatMap(({ sk, piece }) => (sk?.S?.startsWith(`pack#${caseId}#${at}#`) && piece?.B) || []);
      const evidence = JSON.parse(gunzipSync(Buffer.concat(pieces)).toString()) as Evidence;
      return { at, head: whole.head?.S ?? '', evidence };
    },

    /** Throws away all that was gathered of a case, or what was gathered before this time: of two at work the later stays. */
    async forget(customerId: string, caseId: string, before = '~'): Promise<void> {
      for (const { sk } of await rows(customerId, `pack#${caseId}#`)) {
        if ((sk?.S ?? '') >= `pack#${caseId}#${before}`) break;
        await db.send(new DeleteItemCommand({ TableName, Key: key(customerId, sk?.S ?? '') }));
      }
    },
  };
}
