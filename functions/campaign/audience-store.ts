import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { Audience } from './campaign.ts';

// In the table of views, a page of the list of a campaign:
// pk             sk                   customers (ids)
// <campaignId>   page#00001 …

/** Some of those a campaign is for, in their order, and where to go on; without `next` they were the last. */
export type Some = { customers: string[]; next?: string };
export type AudienceStore = ReturnType<typeof audienceStore>;

export function audienceStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const key = (campaignId: string, page: number) => ({
    pk: { S: campaignId },
    sk: { S: `page#${String(page).padStart(5, '0')}` },
  });

  /** `<page>:<how many of it are done>`. */
  async function fromList(campaignId: string, pages: number, cursor: string, most: number): Promise<Some> {
    const [page = 1, done = 0] = cursor ? cursor.split(':').map(Number) : [];
    const { Item } = await db.send(new GetItemCommand({ TableName, Key: key(campaignId, page), ConsistentRead: true }));
    const listed = JSON.parse(Item?.customers?.S ?? '[]') as string[];
    const customers = listed.slice(done, done + most);
    if (done + most < listed.length) return { customers, next: `${page}:${done + most}` };
    return page < pages ? { customers, next: `${page + 1}:0` } : { customers };
  }

  async function fromCases(
    range: { openedFrom: string; openedTo: string },
    cursor: string,
    Limit: number,
  ): Promise<Some> {
    const found = await db.send(
      new QueryCommand({
        TableName,
        IndexName: 'byStatus',
        KeyConditionExpression: 'statusList = :status AND sort BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':status': { S: 'closed' },
          ':from': { S: range.openedFrom },
          ':to': { S: range.openedTo },
        },
        Limit,
        ...(cursor && { ExclusiveStartKey: JSON.parse(cursor) as Record<string, AttributeValue> }),
      }),
    );
    const customers = (found.Items ?? []).flatMap((item) => item.customerList?.S ?? []);
    return { customers, ...(found.LastEvaluatedKey && { next: JSON.stringify(found.LastEvaluatedKey) }) };
  }

  return {
    /** Replaces a page of the list. */
    async putPage(campaignId: string, page: number, customers: readonly string[]): Promise<void> {
      const Item = { ...key(campaignId, page), customers: { S: JSON.stringify(customers) } };
      await db.send(new PutItemCommand({ TableName, Item }));
    },

    /** How many pages the list has: those from the first on, up to the first that is missing. */
    async pages(campaignId: string): Promise<number> {
      const found: string[] = [];
      let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
      do {
        const answer = await db.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
            ExpressionAttributeValues: {
              ':pk': { S: campaignId },
              ':first': { S: 'page#' },
              ':last': { S: 'page#99999' },
            },
            ConsistentRead: true,
            ExclusiveStartKey,
          }),
        );
        found.push(...(answer.Items ?? []).map((item) => item.sk?.S ?? ''));
        ExclusiveStartKey = answer.LastEvaluatedKey;
      } while (ExclusiveStartKey);
      const gap = found.findIndex((sk, index) => sk !== key(campaignId, index + 1).sk.S);
      return gap < 0 ? found.length : gap;
    },

    /** The next after `cursor`, at most so many. */
    next: (
      of: { campaignId: string; pages: number; audience: Audience },
      cursor: string,
      most: number,
    ): Promise<Some> =>
      of.audience.from === 'list'
        ? fromList(of.campaignId, of.pages, cursor, most)
        : fromCases(of.audience, cursor, most),
  };
}
