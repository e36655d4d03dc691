import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { refusalOf } from '../shared/conditional-write.ts';
import type { Instant } from '../shared/now.ts';
import { type Item, pagesOf, queryItems } from '../shared/query-items.ts';
import { emptyRoot, type Hash } from './merkle.ts';
import type { Tile, TileName } from './tiles.ts';

// The table of roots. Nobody may update or delete in it; each row is written once.
// pk             sk               row
// entries        <from>           the heads of cases that are leaves from this one on, as JSON
// <caseId>       <seq>            the leaf that says so much of the case: its number and the hash
// tile#<level>   <index>.<width>  up to 256 hashes of the tree
// root           <size>           the root over the first <size> leaves, and when it was made
// told#<how>     <size>           that this root was told in this way
// Numbers have twelve digits, so that they sort.

/** What a leaf of the tree says: the case had so many events, and the last of them this hash. */
export type Head = { caseId: string; seq: number; hash: Hash };
/** The leaf about a case, and which of the tree it is, counted from 0. */
export type Leaf = { index: number; seq: number; hash: Hash };
export type Root = { size: number; hash: Hash; at: Instant };
export type RootLogStore = ReturnType<typeof rootLogStore>;

/** A row that is there already says something else than what follows from the leaves. */
export class RootLogBroken extends Error {
  override readonly name = 'RootLogBroken';
}

const digits = (number: number): string => String(number).padStart(12, '0');
const tileKey = ({ level, index, width }: TileName) => ({ pk: `tile#${level}`, sk: `${digits(index)}.${width}` });

export function rootLogStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  async function get(pk: string, sk: string): Promise<string | undefined> {
    const { Item } = await db.send(
      new GetItemCommand({ TableName, Key: { pk: { S: pk }, sk: { S: sk } }, ConsistentRead: true }),
    );
    return Item?.row?.S;
  }

  /** Writes the row unless it is there, and returns the one that is there then. */
  async function putOnce(pk: string, sk: string, row: string): Promise<string> {
    const refused = await refusalOf(
      db.send(
        new PutItemCommand({
          TableName,
          Item: { pk: { S: pk }, sk: { S: sk }, row: { S: row } },
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
    return refused ? (refused.Item?.row?.S ?? '') : row;
  }

  /** Writes what can be nothing else. @throws RootLogBroken */
  async function putSame(pk: string, sk: string, row: string): Promise<void> {
    if ((await putOnce(pk, sk, row)) !== row) throw new RootLogBroken(`${pk} ${sk} is there and says something else`);
  }

  const asked = (pk: string) => ({
    TableName,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: pk } },
    ConsistentRead: true,
  });
  const rowOf = ({ sk, row }: Item) => ({ sk: sk?.S ?? '', row: row?.S ?? '' });
  const rowsOf = async (pk: string) => (await queryItems(db, asked(pk))).map(rowOf);
  async function lastOf(pk: string): Promise<{ sk: string; row: string } | undefined> {
    const lastFirst = { ...asked(pk), ScanIndexForward: false, Limit: 1 };
    for await (const [last] of pagesOf(db, lastFirst)) return last && rowOf(last);
  }

  const rootOf = (row: string | undefined): Root | undefined => (row ? (JSON.parse(row) as Root) : undefined);
  const leafOf = ({ sk, row }: { sk: string; row: string }): Leaf => ({ seq: Number(sk), ...JSON.parse(row) });

  return {
    /** The root over all leaves there are; before the first, the one over none. */
    async latest(): Promise<Root> {
      const newest = await lastOf('root');
      return rootOf(newest?.row) ?? { size: 0, hash: emptyRoot, at: '' };
    },

    root: async (size: number): Promise<Root | undefined> => rootOf(await get('root', digits(size))),

    /** The leaves that follow the first `from`: these, or those that somebody else has decided on. */
    addEntries: async (from: number, heads: readonly Head[]): Promise<Head[]> =>
      JSON.parse(await putOnce('entries', digits(from), JSON.stringify(heads))),

    async entries(from: number): Promise<Head[] | undefined> {
      const row = await get('entries', digits(from));
      return row ? (JSON.parse(row) as Head[]) : undefined;
    },

    /** What was published of a case, oldest first. */
    leavesOf: async (caseId: string): Promise<Leaf[]> => (await rowsOf(caseId)).map(leafOf),

    async lastLeafOf(caseId: string): Promise<Leaf | undefined> {
      const last = await lastOf(caseId);
      return last && leafOf(last);
    },

    /** Two publishers may bring the same head: the first leaf about it is the one that is found. @throws RootLogBroken */
    async putLeaf(caseId: string, { seq, index, hash }: Leaf): Promise<void> {
      const there = await putOnce(caseId, digits(seq), JSON.stringify({ index, hash }));
      if (JSON.parse(there).hash !== hash) throw new RootLogBroken(`${caseId} ${seq} was published with another hash`);
    },

    async readTile(name: TileName): Promise<Hash[]> {
      const { pk, sk } = tileKey(name);
      const hashes = (await get(pk, sk))?.match(/.{64}/g) ?? [];
      if (hashes.length !== name.width) throw new RootLogBroken(`${pk} ${sk} is missing or cut off`);
      return hashes;
    },

    putTile(tile: Tile): Promise<void> {
      const { pk, sk } = tileKey(tile);
      return putSame(pk, sk, tile.hashes.join(''));
    },

    /** Another time with the same hash is the same root. @throws RootLogBroken */
    async putRoot(root: Root): Promise<Root> {
      const there = rootOf(await putOnce('root', digits(root.size), JSON.stringify(root))) ?? root;
      if (there.hash !== root.hash) throw new RootLogBroken(`another root of size ${root.size} is there`);
      return there;
    },

    /** The last root that was told in this way, and when it was told. */
    async lastTold(how: string): Promise<{ size: number; at: Instant } | undefined> {
      const last = await lastOf(`told#${how}`);
      return last && { size: Number(last.sk), at: last.row };
    },

    noteTold: (how: string, size: number, at: Instant) => putOnce(`told#${how}`, digits(size), at),
  };
}
