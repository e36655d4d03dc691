import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { ifAllowed } from '../shared/conditional-write.ts';
import type { ArchivedRun, Part } from './run-archive.ts';

// The table of histories of runs that have ended; nobody may update or delete in it.
// caseId   part
// <case>   <run id>            run       put last: the history of this run is complete from now on
// <case>   <run id>#<first>    events    consecutive events from this number on, compressed JSON

export type RunArchiveStore = ReturnType<typeof runArchiveStore>;

export function runArchiveStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  return {
    /** Putting the same part again puts the same. */
    async putPart(caseId: string, runId: string, { first, packed }: Part): Promise<void> {
      const Item = { caseId: { S: caseId }, part: { S: partKey(runId, first) }, events: { B: packed } };
      await db.send(new PutItemCommand({ TableName, Item }));
    },

    /** All parts are there. What is complete stays as it is. */
    async complete(caseId: string, run: ArchivedRun): Promise<void> {
      const Item = { caseId: { S: caseId }, part: { S: run.runId }, run: { S: JSON.stringify(run) } };
      const put = new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(caseId)' });
      await ifAllowed(db.send(put));
    },

    /** The run, if its history is kept and complete. */
    async find(caseId: string, runId: string): Promise<ArchivedRun | undefined> {
      const Key = { caseId: { S: caseId }, part: { S: runId } };
      const { Item } = await db.send(new GetItemCommand({ TableName, Key }));
      return Item?.run?.S ? (JSON.parse(Item.run.S) as ArchivedRun) : undefined;
    },

    /** The part that holds the event of this number. */
    async partWith(caseId: string, runId: string, event: number): Promise<Part | undefined> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'caseId = :case AND part BETWEEN :start AND :event',
          ExpressionAttributeValues: {
            ':case': { S: caseId },
            ':start': { S: partKey(runId, 1) },
            ':event': { S: partKey(runId, event) },
          },
          ScanIndexForward: false,
          Limit: 1,
        }),
      );
      return Items[0] && toPart(Items[0]);
    },
  };
}

// Histories end at 25,000 events.
const partKey = (runId: string, first: number): string => `${runId}#${String(first).padStart(5, '0')}`;

const toPart = (item: Record<string, AttributeValue>): Part => ({
  first: Number(item.part?.S?.split('#')[1]),
  packed: item.events?.B ?? new Uint8Array(),
});
