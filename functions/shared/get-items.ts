import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Item } from './query-items.ts';

const MOST_TRIES = 8;
const aWhile = (tries: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** tries));

/**
 * The items with these keys as they are now, in the order of the keys; undefined where there is none.
 * @param keys at most 100, none twice
 * @throws Error when the table, too busy, keeps leaving some for later
 */
export async function getItems(
  db: Pick<DynamoDBClient, 'send'>,
  TableName: string,
  keys: readonly Item[],
): Promise<(Item | undefined)[]> {
  const names = Object.keys(keys[0] ?? {});
  const keyOf = (item: Item) => JSON.stringify(names.map((name) => item[name]));
  const found = new Map<string, Item>();
  let left = [...keys];
  for (let tries = 0; left.length > 0; tries++) {
    if (tries === MOST_TRIES) throw new Error(`${TableName} is too busy to be read`);
    if (tries > 0) await aWhile(tries);
    const RequestItems = { [TableName]: { Keys: left, ConsistentRead: true } };
    const { Responses, UnprocessedKeys } = await db.send(new BatchGetItemCommand({ RequestItems }));
    for (const item of Responses?.[TableName] ?? []) found.set(keyOf(item), item);
    left = UnprocessedKeys?.[TableName]?.Keys ?? [];
  }
  return keys.map((key) => found.get(keyOf(key)));
}
