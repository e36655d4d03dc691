import { type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { ifAllowed } from '../shared/conditional-write.ts';
import type { Page, PageQuery } from '../shared/page.ts';
import { pageKey } from '../shared/page-key.ts';
import { type Item, pagesOf, queryItems } from '../shared/query-items.ts';
import type { Span } from '../shared/span.ts';
import type { Access } from './access.ts';

// The table of accesses, apart from the events and append-only like them: nobody may update or delete in it.
// about                     sk                 row            index     partition  sort
// <customer, person, case>  <at>#<requestId>   one call       byReader  <reader>   <at>#<requestId>
// many#<day>                <at>#<requestId>   one call about nobody in particular: a list, a policy
//
// The first call of a reader on a day, as this instance of a function saw it, is in the index byDay as well (<day>,
// <reader>), so that whoever looks at a day knows whose calls to read. Customers at what is theirs are not.

export type AccessStore = ReturnType<typeof accessStore>;

export function accessStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const listed = new Set<string>();

  const asked = (by: 'about' | 'reader', whom: string, { from, to }: Span) => ({
    TableName,
    ...(by === 'reader' && { IndexName: 'byReader' }),
    KeyConditionExpression: '#by = :whom AND sk BETWEEN :from AND :to',
    ExpressionAttributeNames: { '#by': by },
    ExpressionAttributeValues: { ':whom': { S: whom }, ':from': { S: from }, ':to': { S: to } },
  });

  return {
    /** One write. The same call again, after an answer was lost, is the same row. */
    async record(access: Access): Promise<void> {
      const day = access.at.slice(0, 10);
      const first = isWatched(access) && !listed.has(`${day} ${access.reader}`);
      const Item = {
        about: { S: access.about },
        sk: { S: `${access.at}#${access.requestId}` },
        reader: { S: access.reader },
        row: { S: JSON.stringify(access) },
        ...(first && { firstOf: { S: day } }),
      };
      const put = new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(about)' });
      await ifAllowed(db.send(put)); // or it is there already
      if (first) remember(listed, `${day} ${access.reader}`);
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
          ...asked(by, whom, { from, to }),
          Limit: limit,
          ExclusiveStartKey: cursor ? key.startOf(cursor) : undefined,
        }),
      );
      const items = (page.Items ?? []).map(toAccess);
      return { items, ...(page.LastEvaluatedKey && { next: key.cursorAt(page.LastEvaluatedKey) }) };
    },

    /** All of it, a page of at most a megabyte at a time. */
    async *pages(by: 'about' | 'reader', whom: string, span: Span): AsyncGenerator<Access[]> {
      for await (const page of pagesOf(db, asked(by, whom, span))) yield page.map(toAccess);
    },

    /** Everybody who called anything on a day, but for customers at what is theirs. */
    async readersOf(day: string): Promise<string[]> {
      const items = await queryItems(db, {
        TableName,
        IndexName: 'byDay',
        KeyConditionExpression: 'firstOf = :day',
        ExpressionAttributeValues: { ':day': { S: day } },
      });
      return [...new Set(items.flatMap(({ reader }) => reader?.S ?? []))];
    },
  };
}

// An instance that lives for weeks forgets, and lists somebody twice.
const MOST_REMEMBERED = 10_000;

function remember(listed: Set<string>, key: string): void {
  if (listed.size >= MOST_REMEMBERED) listed.clear();
  listed.add(key);
}

const isWatched = ({ scope, status }: Access): boolean => scope !== 'own' || status >= 400;

const toAccess = (item: Item): Access => JSON.parse(item.row?.S ?? 'null') as Access;
