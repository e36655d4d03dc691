import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../shared/now.ts';
import type { Repaired } from './repair-case.ts';

// In the table of views, what was found last:
// pk           sk      report
// reconciler   last    a `Reconciliation` as JSON

/** `open` cases and `live` runs it saw; `failed` are cases it could not look at. */
export type Reconciliation = {
  at: Instant;
  open: number;
  live: number;
  repaired: Repaired[];
  failed: string[];
  /** How far the healthy cases were checked in this round, and when it began. */
  checkedUpTo: string;
  roundBegan: Instant;
};
export type ReconciliationStore = ReturnType<typeof reconciliationStore>;

const Key = { pk: { S: 'reconciler' }, sk: { S: 'last' } };
// An item holds 400 KB; whoever has a thousand cases that do not fit needs no more of them to look at.
const MOST = 1000;

export function reconciliationStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  return {
    async load(): Promise<Reconciliation | undefined> {
      const { Item } = await db.send(new GetItemCommand({ TableName, Key }));
      return Item?.report?.S ? (JSON.parse(Item.report.S) as Reconciliation) : undefined;
    },
    async save({ repaired, failed, ...report }: Reconciliation): Promise<void> {
      const kept = { ...report, repaired: repaired.slice(0, MOST), failed: failed.slice(0, MOST) };
      await db.send(new PutItemCommand({ TableName, Item: { ...Key, report: { S: JSON.stringify(kept) } } }));
    },
  };
}
