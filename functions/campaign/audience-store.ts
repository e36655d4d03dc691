import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { CaseRow } from '../case/case-view.ts';
import type { Audience } from './campaign.ts';

type Opened = { sort: string; row: Pick<CaseRow, 'customerId' | 'status' | 'reopened'> };

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

  /** Cases of one status, from this place on, in the order in which they were opened. */
  async function opened(status: string, after: string, to: string, Limit: number): Promise<Opened[]> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        IndexName: 'byStatus',
        KeyConditionExpression: 'statusList = :status AND sort BETWEEN :after AND :to',
        ExpressionAttributeValues: { ':status': { S: status }, ':after': { S: after }, ':to': { S: to } },
        Limit,
      }),
    );
    return Items.map(({ sort, row }) => ({ sort: sort?.S ?? '', row: JSON.parse(row?.S ?? '{}') }));
  }

  /**
   * Both lists from the same place on: a case that is reopened or closed again while many are asked stands in one of
   * them whenever its turn comes. The cursor is the place of the last that was seen.
   */
  async function fromCases(
    range: { openedFrom: string; openedTo: string },
    cursor: string,
    most: number,
  ): Promise<Some> {
    // The place itself is read once more, as there is no “after” beside a bound.
    const lists = await Promise.all(
      ['closed', 'open'].map((status) => opened(status, cursor || range.openedFrom, range.openedTo, most + 1)),
    );
    const further = lists.flat().filter(({ sort }) => sort !== cursor);
    const some = further.sort((one, other) => (one.sort < other.sort ? -1 : 1)).slice(0, most);
    const customers = some.filter(wasSolved).flatMap(({ row }) => row.customerId || []);
    const isLast = further.length === some.length && lists.every((list) => list.length <= most);
    const next = some.at(-1)?.sort;
    return next && !isLast ? { customers, next } : { customers };
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

/** It was closed at least once: it still is, or it is open again. */
const wasSolved = ({ row: { status, reopened } }: Opened): boolean => status === 'closed' || reopened === true;
