import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { correlated } from './correlation.ts';
import { log, metric } from './log.ts';

type Image = Record<string, { S?: string | undefined }>;

/**
 * A consumer of a table's stream. Records of one key are handled in their order, those of different keys side by
 * side; the first that fails holds up its own key only, and is reported to be tried again. `act` must be idempotent:
 * what comes after the lowest failure is delivered again.
 */
export const stream =
  (act: (image: Image) => Promise<void>) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const byKey = new Map<string, DynamoDBRecord[]>();
    for (const record of Records) {
      const key = record.dynamodb?.Keys?.caseId?.S ?? '';
      byKey.set(key, [...(byKey.get(key) ?? []), record]);
    }
    const failures = await Promise.all([...byKey.values()].map((records) => firstFailure(records, act)));
    return { batchItemFailures: failures.flat().map((itemIdentifier) => ({ itemIdentifier })) };
  };

async function firstFailure(records: DynamoDBRecord[], act: (image: Image) => Promise<void>): Promise<string[]> {
  for (const { dynamodb, eventID, eventName } of records) {
    const caseId = dynamodb?.Keys?.caseId?.S;
    if (eventName === 'MODIFY' || eventName === 'REMOVE') tellOfChange(dynamodb?.Keys, eventName);
    try {
      const image = dynamodb?.NewImage as Image | undefined;
      if (image) await correlated(image.correlationId?.S, () => act(image));
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
