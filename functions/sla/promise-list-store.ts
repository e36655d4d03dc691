import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { DueRow } from '../case/case-view.ts';
import { heightOf, isPromise, type Remindable } from '../reminder/reminder.ts';
import { ifAllowed } from '../shared/conditional-write.ts';
import { type Item, queryItems } from '../shared/query-items.ts';
import { isReady } from '../task/task.ts';

// In the table of views, beside the rows of the case and its tasks:
// pk         sk                                  index byDue: partition, sort
// <caseId>   <caseId>.<cycle>.<clock>.<round>    reminders#<height>, <dueAt>   clocks that run, below the highest rung
// promises   listed                              by which policies everything is listed, and how far that is

/** Which versions of the policies the list was made by; `cursor` while some cases are still to be looked at. */
export type Listed = { versions: string; cursor?: string | undefined };
export type PromiseListStore = ReturnType<typeof promiseListStore>;

const marker = { pk: { S: 'promises' }, sk: { S: 'listed' } };

export function promiseListStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  return {
    /** The promises of a case that are in the list now. */
    async of(caseId: string): Promise<Remindable[]> {
      const items = await queryItems(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :pk)',
        ExpressionAttributeValues: { ':pk': { S: caseId } },
        ConsistentRead: true,
      });
      const tasks = items.map((item) => (JSON.parse(item.row?.S ?? 'null') as DueRow).task);
      return tasks.filter((task) => isPromise(task) && isReady(task));
    },

    /** A row made from fewer events than the one that is there changes nothing. */
    async put(caseId: string, { seq, task }: Required<DueRow>): Promise<void> {
      const key = { pk: { S: caseId }, sk: { S: task.taskId } };
      const Item = { ...key, row: { S: JSON.stringify({ seq, task }) }, seq: { N: String(seq) }, ...dueOf(task) };
      await ifAllowed(
        db.send(
          new PutItemCommand({
            TableName,
            Item,
            ConditionExpression: 'attribute_not_exists(pk) OR seq <= :seq',
            ExpressionAttributeValues: { ':seq': { N: String(seq) } },
          }),
        ),
      );
    },

    async listedBy(): Promise<Listed | undefined> {
      const { Item } = await db.send(new GetItemCommand({ TableName, Key: marker, ConsistentRead: true }));
      return Item?.listed?.S ? (JSON.parse(Item.listed.S) as Listed) : undefined;
    },

    async markListed(listed: Listed): Promise<void> {
      await db.send(new PutItemCommand({ TableName, Item: { ...marker, listed: { S: JSON.stringify(listed) } } }));
    },
  };
}

/** What still has a rung to climb, by how far it has. */
function dueOf(task: Remindable): Item {
  const height = heightOf(task);
  if (!isReady(task) || height === 'escalated') return {};
  return { dueList: { S: `reminders#${height}` }, dueAt: { S: task.dueAt } };
}
