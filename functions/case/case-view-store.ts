import { type AttributeValue, type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { changedListOf } from '../audit/changed-case-store.ts';
import { heightOf } from '../reminder/reminder.ts';
import { ifAllowed } from '../shared/conditional-write.ts';
import type { Page, PageQuery } from '../shared/page.ts';
import { pageKey } from '../shared/page-key.ts';
import { isReady, type Task } from '../task/task.ts';
import type { Case } from './case.ts';
import { type CaseRow, caseRow, type TaskRow } from './case-view.ts';

// The table of views; each row is rebuilt from the events of its case, `seq` tells from how many of them. The indexes
// hold `row` and nothing else besides their keys: an event that changes nothing in `row` is written to none of them.
// pk         sk         row     index       partition             sort
// <caseId>   case       case    byStatus    <status>              <openedAt>#<caseId>
//                               byCustomer  <customerId>          <openedAt>#<caseId>   unless erased
//                               byTeam      cases#<team>          <openedAt>#<caseId>
//                               byDue       silent                <next for the silent> waiting cases only: reminded, given up
//                               byHead      changed#<0 … 3>       <caseId>              until its head is published
// <caseId>   <taskId>   task    byTeam      tasks#<team>          <dueAt>#<taskId>       open tasks only
//                               byPerson    <assignee>            <dueAt>#<taskId>       open tasks only
//                               byDue       reminders#<height>    <dueAt>                open tasks below the highest rung:
//                                                                                        how far each has climbed

const lists = {
  status: { index: 'byStatus', attribute: 'statusList', prefix: '' },
  customer: { index: 'byCustomer', attribute: 'customerList', prefix: '' },
  team: { index: 'byTeam', attribute: 'teamList', prefix: 'cases#' },
  teamTasks: { index: 'byTeam', attribute: 'teamList', prefix: 'tasks#' },
  personTasks: { index: 'byPerson', attribute: 'personList', prefix: '' },
} as const;
export type ListName = keyof typeof lists;
type Item = Record<string, AttributeValue>;
export type CaseViewStore = ReturnType<typeof caseViewStore>;

export function caseViewStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  /** A row made from fewer events than the one that is there changes nothing. */
  async function put(Item: Item, seq: number): Promise<void> {
    await ifAllowed(
      db.send(
        new PutItemCommand({
          TableName,
          Item: { ...Item, seq: { N: String(seq) } },
          ConditionExpression: 'attribute_not_exists(pk) OR seq < :seq',
          ExpressionAttributeValues: { ':seq': { N: String(seq) } },
        }),
      ),
    );
  }

  return {
    /** Brings the rows of a case up to so many events: the case itself and these tasks. */
    async project(current: Case, seq: number, tasks: readonly Task[]): Promise<void> {
      await put(caseItem(caseRow(current)), seq);
      for (const task of tasks) await put(taskItem(current.caseId, task), seq);
    },

    /** A page of a list, in the order of its index; of what comes `before` in it, if that is said. */
    async list<Row>(
      name: ListName,
      of: string,
      { limit, cursor, reader = '', before = '' }: PageQuery & { reader?: string; before?: string | undefined },
    ): Promise<Page<Row>> {
      const { index, attribute, prefix } = lists[name];
      const list = [name, of, reader, ...(before ? [before] : [])].join('|');
      const key = pageKey(['pk', 'sk', 'sort'], list, { [attribute]: { S: prefix + of } });
      const page = await db.send(
        new QueryCommand({
          TableName,
          IndexName: index,
          KeyConditionExpression: `#list = :of${before && ' AND #sort < :before'}`,
          ExpressionAttributeNames: { '#list': attribute, ...(before && { '#sort': 'sort' }) },
          ExpressionAttributeValues: { ':of': { S: prefix + of }, ...(before && { ':before': { S: before } }) },
          ScanIndexForward: name !== 'customer' && name !== 'status',
          Limit: limit,
          ExclusiveStartKey: cursor ? key.startOf(cursor) : undefined,
        }),
      );
      const items = (page.Items ?? []).map((item) => JSON.parse(item.row?.S ?? 'null') as Row);
      return { items, ...(page.LastEvaluatedKey && { next: key.cursorAt(page.LastEvaluatedKey) }) };
    },
  };
}

export const caseItem = (row: CaseRow): Item => {
  const sort = { S: `${row.openedAt}#${row.caseId}` };
  const silentAt = row.remindsAt ?? row.givesUpAt;
  return {
    pk: { S: row.caseId },
    sk: { S: 'case' },
    row: { S: JSON.stringify(row) },
    sort,
    statusList: { S: row.status },
    ...(row.customerId && { customerList: { S: row.customerId } }),
    teamList: { S: `cases#${row.team}` },
    headList: { S: changedListOf(row.caseId) },
    ...(silentAt && { dueList: { S: 'silent' }, dueAt: { S: silentAt } }),
  };
};

const rowOf = (caseId: string, row: TaskRow): Item => {
  return { pk: { S: caseId }, sk: { S: row.task.taskId }, row: { S: JSON.stringify(row) } };
};

export function taskItem(caseId: string, task: Task): Item {
  if (!isReady(task)) return rowOf(caseId, { task });
  return {
    ...rowOf(caseId, { task }),
    sort: { S: `${task.dueAt}#${task.taskId}` },
    teamList: { S: `tasks#${task.team}` },
    ...(task.assignee && { personList: { S: task.assignee } }),
    ...dueOf(task),
  };
}

/** What still has a rung to climb, by how far it has. */
function dueOf(task: Task): Item {
  const height = heightOf(task);
  if (!isReady(task) || height === 'escalated') return {};
  return { dueList: { S: `reminders#${height}` }, dueAt: { S: task.dueAt } };
}
