import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { Instant } from '../shared/now.ts';
import type { Page, PageQuery } from '../shared/page.ts';
import { pageKey } from '../shared/page-key.ts';
import type { Access } from './access.ts';

// The table of accesses, apart from the events and append-only like them: nobody may update or delete in it.
// about                     sk                 row            index     partition  sort
// <customer, person, case>  <at>#<requestId>   one call       byReader  <reader>   <at>#<requestId>
// many#<day>                <at>#<requestId>   one call about nobody in particular: a list, a policy

export type AccessStore = ReturnType<typeof accessStore>;
export type Span = { from: Instant; to: Instant };

export const accessStore = (db: Pick<DynamoDBClient, 'send'>, TableName: string) => ({
  /** One write. The same call again, after an answer was lost, is the same row. */
  async record(access: Access): Promise<void> {
    const Item = {
      about: { S: access.about },
      sk: { S: `${access.at}#${access.requestId}` },
      reader: { S: access.reader },
      row: { S: JSON.stringify(access) },
    };
    try {
      await db.send(new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(about)' }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error; // or it is there already
    }
  },

  /** What was called about somebody, or by somebody, from one instant up to but not including another. */
  async list(
    by: 'about' | 'reader',
    whom: string,
    { from, to }: Span,
    { limit, cursor, reader = '' }: PageQuery & { reader?: string },
  ): Promise<Page<Access>> {
    const list = `access|${by}|${whom}|${from}|${to}|${reader}`;
    const names = by === 'about' ? ['about', 'sk'] : ['about', 'sk', 'reader'];
    const key = pageKey(names, list, { [by]: { S: whom } });
    const page = await db.send(
      new QueryCommand({
        TableName,
        ...(by === 'reader' && { IndexName: 'byReader' }),
        KeyConditionExpression: '#by = :whom AND sk BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#by': by },
        ExpressionAttributeValues: { ':whom': { S: whom }, ':from': { S: from }, ':to': { S: to } },
        Limit: limit,
        ExclusiveStartKey: cursor ? key.startOf(cursor) : undefined,
      }),
    );
    const items = (page.Items ?? []).map((item) => JSON.parse(item.row?.S ?? 'null') as Access);
    return { items, ...(page.LastEvaluatedKey && { next: key.cursorAt(page.LastEvaluatedKey) }) };
  },
});
