import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Case } from '../case/case.ts';
import { caseRow } from '../case/case-view.ts';
import { caseItem, taskItem } from '../case/case-view-store.ts';
import { queryItems } from '../shared/query-items.ts';

type Item = Record<string, AttributeValue>;
export type ListsStore = ReturnType<typeof listsStore>;

/** Whether the lists show a case as its history has it. Their rows are those of case-view-store.ts. */
export function listsStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  return {
    async show(current: Case): Promise<boolean> {
      const items = await queryItems(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: current.caseId } },
        ConsistentRead: true,
      });
      const kept = new Map(items.map((item) => [item.sk?.S ?? '', item]));
      const tasks = current.tasks.map((task) => taskItem(current.caseId, task));
      const wanted = [caseItem(caseRow(current)), ...tasks];
      return wanted.every((item) => isKept(item, kept.get(item.sk?.S ?? '')));
    },
  };
}

/**
 * The same but for the number of events a row was made from. Whether it has changed since the last root is for those who
 * publish roots: they take it from that list, and that is no fault.
 */
function isKept({ headList: _, ...wanted }: Item, item: Item | undefined): boolean {
  return Object.keys(wanted).every((name) => JSON.stringify(wanted[name]) === JSON.stringify(item?.[name]));
}
