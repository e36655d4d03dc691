import { DeleteItemCommand, type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../shared/now.ts';

// In the table of views:
// pk                  sk         index   partition         sort
// evidence#<caseId>   evidence   byDue   evidence-wanted   <since>   somebody waits for it
//                                        evidence-kept     <until>   it is there until then

const prefix = 'evidence#';
export type WantedStore = ReturnType<typeof wantedStore>;

/** Whose evidence has to be put together, and which is to be thrown away. */
export function wantedStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const key = (caseId: string) => ({ pk: { S: prefix + caseId }, sk: { S: 'evidence' } });
  const put = async (caseId: string, list: string, dueAt: Instant) => {
    const Item = { ...key(caseId), dueList: { S: list }, dueAt: { S: dueAt } };
    await db.send(new PutItemCommand({ TableName, Item }));
  };
  const due = async (list: string, until: Instant): Promise<string[]> => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        IndexName: 'byDue',
        KeyConditionExpression: 'dueList = :list AND dueAt <= :until',
        ExpressionAttributeValues: { ':list': { S: list }, ':until': { S: until } },
        Limit: 25,
      }),
    );
    return Items.map((item) => item.pk?.S?.slice(prefix.length) ?? '');
  };
  return {
    want: (caseId: string, since: Instant) => put(caseId, 'evidence-wanted', since),
    keep: (caseId: string, until: Instant) => put(caseId, 'evidence-kept', until),
    /** Up to 25 cases whose evidence somebody has waited for the longest. */
    wanted: (now: Instant) => due('evidence-wanted', now),
    /** Up to 25 cases whose evidence has been there long enough. */
    over: (now: Instant) => due('evidence-kept', now),
    async forget(caseId: string): Promise<void> {
      await db.send(new DeleteItemCommand({ TableName, Key: key(caseId) }));
    },
  };
}
