import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { ifAllowed } from '../shared/conditional-write.ts';
import { pagesOf } from '../shared/query-items.ts';

// Which cases have events that no published root covers, in the index byHead of the table of views. The row of a case
// is on this list from each event on until it is taken off here; functions/case/case-view-store.ts puts it there.

const LISTS = 4;

export type ChangedCaseStore = ReturnType<typeof changedCaseStore>;

/** One of four lists: a single one would let no more than a thousand events a second happen. */
export const changedListOf = (caseId: string): string => `changed#${caseId.charCodeAt(caseId.length - 1) % LISTS}`;

export const changedCaseStore = (db: Pick<DynamoDBClient, 'send'>, TableName: string) => ({
  /** The ids of the cases that have changed, page by page of one list after the other. */
  async *pages(): AsyncGenerator<string[]> {
    for (let list = 0; list < LISTS; list++) {
      const asked = {
        TableName,
        IndexName: 'byHead',
        KeyConditionExpression: 'headList = :list',
        ExpressionAttributeValues: { ':list': { S: `changed#${list}` } },
        Limit: 1000,
      };
      for await (const page of pagesOf(db, asked)) yield page.flatMap((item) => item.pk?.S ?? []);
    }
  },

  /** Takes a case off its list, unless more than these events have been put into its row. */
  async published(caseId: string, seq: number): Promise<void> {
    // Or it has changed again meanwhile.
    await ifAllowed(
      db.send(
        new UpdateItemCommand({
          TableName,
          Key: { pk: { S: caseId }, sk: { S: 'case' } },
          UpdateExpression: 'REMOVE headList',
          ConditionExpression: 'attribute_exists(pk) AND seq <= :seq',
          ExpressionAttributeValues: { ':seq': { N: String(seq) } },
        }),
      ),
    );
  },
});
