import { type AttributeValue, DeleteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CaseEvent } from '../../functions/case/case-fact.ts';
import { caseStore, fold } from '../../functions/case/case-store.ts';
import { caseViewStore } from '../../functions/case/case-view-store.ts';
import { CaseId, TaskId } from '../../functions/shared/ids.ts';
import { sideBySide } from '../../functions/shared/side-by-side.ts';
import { itemsOf, type StoredItem } from './items.ts';

export type TableNames = { events: string; views: string };
export type Rebuilt = { removed: number; cases: number; tasks: number };

/**
 * A row that is made from the events of a case, and from nothing else. What says that all promises are listed goes along
 * with them: the next sweep lists them anew, as it takes the policies, too.
 */
export const isMadeFromEvents = ({ pk, sk }: StoredItem): boolean =>
  pk?.S === 'promises' || (CaseId.safeParse(pk?.S).success && (sk?.S === 'case' || TaskId.safeParse(sk?.S).success));

/**
 * Makes the lists of cases and tasks anew from the events. What was made from them before is removed first, so that no
 * row stays that no event accounts for. Tokens and claims of what is under way are not touched: no event has them.
 */
export async function rebuildViews(db: DynamoDBClient, { events, views }: TableNames): Promise<Rebuilt> {
  const old: Record<string, AttributeValue>[] = [];
  for await (const item of itemsOf(db, views)) {
    const { pk, sk } = item;
    if (pk && sk && isMadeFromEvents(item)) old.push({ pk, sk });
  }
  await sideBySide(old, (Key) => db.send(new DeleteItemCommand({ TableName: views, Key })));

  const store = caseViewStore(db, views);
  const made = { cases: 0, tasks: 0 };
  for await (const history of historiesIn(db, events)) {
    const current = fold(history);
    await store.project(current, history.length, current.tasks);
    made.cases++;
    made.tasks += current.tasks.length;
  }
  return { removed: old.length, ...made };
}

/** The events of one case after the other. */
export async function* historiesIn(db: DynamoDBClient, table: string): AsyncGenerator<CaseEvent[]> {
  const caseIds = new Set<string>();
  for await (const { caseId } of itemsOf(db, table)) if (caseId?.S) caseIds.add(caseId.S);
  const cases = caseStore(db, table);
  for (const caseId of caseIds) yield cases.history(caseId);
}
