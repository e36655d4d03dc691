import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Height } from '../reminder/reminder.ts';
import { pagesOf } from '../shared/query-items.ts';
import type { CaseRow, DueRow } from './case-view.ts';

// What is due by the clock, in the index byDue of the table of views; the rows are those of case-view-store.ts.
// A sweep bundles this and nothing of how the rows are made.

export type DueListStore = ReturnType<typeof dueListStore>;

export function dueListStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  /** Every row of a list that was due by then, the longest due first; page by page. */
  async function* dueIn<Row>(list: string, dueBy: string): AsyncGenerator<Row> {
    const asked = {
      TableName,
      IndexName: 'byDue',
      KeyConditionExpression: 'dueList = :list AND dueAt <= :dueBy',
      ExpressionAttributeValues: { ':list': { S: list }, ':dueBy': { S: dueBy } },
      Limit: 500,
    };
    for await (const page of pagesOf(db, asked))
      for (const item of page) yield JSON.parse(item.row?.S ?? 'null') as Row;
  }

  return {
    /** Open tasks, and promises whose clock runs, that have climbed so far and were due by then. */
    due: (height: Height, dueBy: string) => dueIn<DueRow>(`reminders#${height}`, dueBy),

    /** Cases that wait for their customer in vain and were to be closed by then. */
    silent: (until: string) => dueIn<CaseRow>('silent', until),
  };
}
