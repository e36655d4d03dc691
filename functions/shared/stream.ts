import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { correlated } from './correlation.ts';
import { log, metric } from './log.ts';
import { type Instant, now } from './now.ts';

type Image = Record<string, { S?: string | undefined }>;

/** Given the numbers of the records of one key that came together, what is done with each of them. */
type Begin<Event> = (seqs: readonly number[]) => (event: Event, at: Instant) => Promise<void>;

/**
 * A consumer of a table's stream. Records of one key are handled in their order, those of different keys side by
 * side; the first that fails holds up its own key only, and is reported to be tried again. What `begin` is given for
 * the records of one key must be idempotent: what comes after the lowest failure is delivered again.
 */
export const stream =
  <Event>(read: (image: Image) => Event, begin: Begin<Event>) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const byKey = new Map<string, DynamoDBRecord[]>();
    for (const record of Records) {
      const key = record.dynamodb?.Keys?.caseId?.S ?? '';
      byKey.set(key, [...(byKey.get(key) ?? []), record]);
    }
    const failures = await Promise.all([...byKey.values()].map((records) => firstFailure(records, read, begin)));
    return { batchItemFailures: failures.flat().map((itemIdentifier) => ({ itemIdentifier })) };
  };

async function firstFailure<Event>(
  records: DynamoDBRecord[],
  read: (image: Image) => Event,
  begin: Begin<Event>,
): Promise<string[]> {
  const act = begin(records.map(({ dynamodb }) => Number(dynamodb?.Keys?.seq?.N)));
  for (const { dynamodb, eventID, eventName } of records) {
    const caseId = dynamodb?.Keys?.caseId?.S;
    if (eventName === 'MODIFY' || eventName === 'REMOVE') tellOfChange(dynamodb?.Keys, eventName);
    try {
      const image = dynamodb?.NewImage as Image | undefined;
      if (image) await correlated(image.correlationId?.S, () => act(read(image), now()));
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      log.warn('STREAM_RECORD_FAILED', { caseId, eventID, error: name });
      return [dynamodb?.SequenceNumber ?? ''];
    }
  }
  return [];
}

/** What is streamed is written once. Somebody who may do more than any function of ours has replaced or deleted it. */
function tellOfChange(keys: Record<string, { S?: string; N?: string }> | undefined, what: string): void {
  log.error('EVENT_CHANGED', { caseId: keys?.caseId?.S, seq: Number(keys?.seq?.N), what });
  metric('BrokenChains', 1, 'Count');
}
