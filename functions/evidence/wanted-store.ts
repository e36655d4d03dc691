import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { ifAllowed } from '../shared/conditional-write.ts';
import { after, type Instant, minute } from '../shared/now.ts';

// In the table of views:
// pk                  sk         row      index   partition   sort
// evidence#<caseId>   evidence   wanted   byDue   evidence    <since>   somebody waits for it
//                                kept                         <until>   it is there until then

const prefix = 'evidence#';
export type WantedStore = ReturnType<typeof wantedStore>;

/** Whose evidence has to be put together, and which is to be thrown away. */
export function wantedStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const key = (caseId: string) => ({ pk: { S: prefix + caseId }, sk: { S: 'evidence' } });
  const itemOf = (caseId: string, row: 'wanted' | 'kept', dueAt: Instant) => ({
    ...{ ...key(caseId), row: { S: row } },
    ...{ dueList: { S: 'evidence' }, dueAt: { S: dueAt } },
  });
  return {
    /** Whether it is time to put it together: not if somebody asked for the same less than a minute ago. */
    async want(caseId: string, since: Instant): Promise<boolean> {
      const put = new PutItemCommand({
        TableName,
        Item: itemOf(caseId, 'wanted', since),
        ConditionExpression: 'attribute_not_exists(pk) OR #row <> :wanted OR dueAt <= :before',
        ExpressionAttributeNames: { '#row': 'row' },
        ExpressionAttributeValues: { ':wanted': { S: 'wanted' }, ':before': { S: after(since, -minute) } },
      });
      return ifAllowed(db.send(put));
    },
    async isWanted(caseId: string): Promise<boolean> {
      const { Item } = await db.send(new GetItemCommand({ TableName, Key: key(caseId), ConsistentRead: true }));
      return Item?.row?.S === 'wanted';
    },
    async keep(caseId: string, until: Instant): Promise<void> {
      await db.send(new PutItemCommand({ TableName, Item: itemOf(caseId, 'kept', until) }));
    },
    /** Up to 25 cases, whose evidence somebody waits for or has been there long enough, the longest first. */
    async due(now: Instant): Promise<{ wanted: string[]; over: string[] }> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'byDue',
          KeyConditionExpression: 'dueList = :list AND dueAt <= :now',
          ExpressionAttributeValues: { ':list': { S: 'evidence' }, ':now': { S: now } },
          Limit: 25,
        }),
      );
      const which = (row: 'wanted' | 'kept') =>
        Items.flatMap((item) => (item.row?.S === row && item.pk?.S ? [item.pk.S.slice(prefix.length)] : []));
      return { wanted: which('wanted'), over: which('kept') };
    },
    async forget(caseId: string): Promise<void> {
      await db.send(new DeleteItemCommand({ TableName, Key: key(caseId) }));
    },
  };
}
