import { type AttributeValue, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ifAllowed } from '../shared/conditional-write.ts';
import { getItems } from '../shared/get-items.ts';
import { pagesOf } from '../shared/query-items.ts';
import type { Day } from './report.ts';

// In the table of views, what was counted and what it came to. The time zone is part of the key: in another zone a day
// is another day, and what was counted in the old one is not mixed with it.
// pk                           sk                    row
// results#<zone>#<day>         <what was counted>    one thing that counts on this day; seq, from how many events
// rollup#<zone>#<name>         <day>                 what the results of the day came to; version, one more each time

type Item = Record<string, AttributeValue>;
/** Something that counts on a day, under a name of its own. */
export type Counted = { id: string; day: Day };
export type RollUp = { day: Day; version: number; row: unknown };
/** A roll-up as it is kept: `text` is its row as JSON. */
type Kept = { version: number; text: string | undefined };
export type ResultStore = ReturnType<typeof resultStore>;

export function resultStore(db: Pick<DynamoDBClient, 'send'>, TableName: string, timeZone: string) {
  const resultKey = (day: Day, id: string) => ({ pk: { S: `results#${timeZone}#${day}` }, sk: { S: id } });
  const rollUpKey = (name: string, day: Day) => ({ pk: { S: `rollup#${timeZone}#${name}` }, sk: { S: day } });

  async function* read(pk: AttributeValue, range?: { from: Day; to: Day }): AsyncGenerator<Item> {
    const asked = {
      TableName,
      KeyConditionExpression: range ? 'pk = :pk AND sk BETWEEN :from AND :to' : 'pk = :pk',
      ExpressionAttributeValues: {
        ':pk': pk,
        ...(range && { ':from': { S: range.from }, ':to': { S: range.to } }),
      },
      ConsistentRead: true,
    };
    for await (const page of pagesOf(db, asked)) yield* page;
  }

  /** False when the condition forbids it. */
  async function put(Item: Item, ConditionExpression: string, value: number): Promise<boolean> {
    const ExpressionAttributeValues = { ':value': { N: String(value) } };
    return ifAllowed(db.send(new PutItemCommand({ TableName, Item, ConditionExpression, ExpressionAttributeValues })));
  }

  return {
    /** Keeps what counts; what was made from fewer events than what is there changes nothing. */
    async keep(counted: Counted, seq: number): Promise<void> {
      const Item = { ...resultKey(counted.day, counted.id), row: { S: JSON.stringify(counted) }, seq: { N: `${seq}` } };
      await put(Item, 'attribute_not_exists(pk) OR seq <= :value', seq);
    },

    /** Everything that counts on a day. */
    async *resultsOf<R extends Counted>(day: Day): AsyncGenerator<R> {
      for await (const item of read(resultKey(day, '').pk)) yield JSON.parse(item.row?.S ?? 'null') as R;
    },

    /** What the days came to, in their order; days without anything are left out. */
    async rollUps(name: string, from: Day, to: Day): Promise<RollUp[]> {
      const found: RollUp[] = [];
      for await (const item of read(rollUpKey(name, from).pk, { from, to })) found.push(readRollUp(item));
      return found;
    },

    /** What is kept of a day under each of these names, in their order; version 0 where it was not counted yet. */
    async keptOf(names: readonly string[], day: Day): Promise<Kept[]> {
      const keys = names.map((name) => rollUpKey(name, day));
      const items = await getItems(db, TableName, keys);
      return items.map((item) => ({ version: Number(item?.version?.N ?? 0), text: item?.row?.S }));
    },

    /**
     * Replaces what a day came to. False when somebody else did so after `version` was read: what they counted may be
     * newer, so it has to be counted again. With 0 for a day that had not been counted yet.
     */
    saveRollUp: (name: string, { day, version, row }: RollUp): Promise<boolean> =>
      put(
        {
          ...rollUpKey(name, day),
          row: { S: JSON.stringify(row) },
          version: { N: String(version + 1) },
        },
        version === 0 ? 'attribute_not_exists(pk) OR version = :value' : 'version = :value',
        version,
      ),
  };
}

const readRollUp = (item: Item): RollUp => ({
  day: item.sk?.S ?? '',
  version: Number(item.version?.N),
  row: JSON.parse(item.row?.S ?? 'null'),
});
