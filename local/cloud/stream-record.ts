import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Change } from './table-changes.ts';
import type { Item } from './tables.ts';

/** One record as a function behind a DynamoDB stream gets it. */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly eventVersion: '1.1';
  readonly eventSource: 'aws:dynamodb';
  readonly awsRegion: string;
  readonly eventSourceARN: string;
  readonly dynamodb: {
    /** Seconds since the epoch. */
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Item;
    readonly NewImage?: Item;
    readonly OldImage?: Item;
    /** Rises with every record of the process, also after a restart. */
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: string;
  };
}

/** The record of a change, or nothing if the write left the item as it was. `now` in milliseconds since the epoch. */
export function streamRecord(change: Change, sequence: bigint, now: number): StreamRecord | undefined {
  const { table, keys, before, after } = change;
  if (isDeepStrictEqual(before, after)) return undefined;
  const view = table.properties.StreamSpecification?.StreamViewType ?? 'NEW_AND_OLD_IMAGES';
  const SequenceNumber = String(sequence).padStart(21, '1');
  return {
    eventID: createHash('sha256').update(`${table.arn} ${SequenceNumber}`).digest('hex').slice(0, 32),
    eventName: before ? (after ? 'MODIFY' : 'REMOVE') : 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: table.arn.split(':')[3] ?? '',
    eventSourceARN: streamArn(table.arn),
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(now / 1000),
      Keys: keys,
      ...(after && view.startsWith('NEW') ? { NewImage: after } : {}),
      ...(before && view.endsWith('OLD_IMAGES') ? { OldImage: before } : {}),
      ...(before && view === 'OLD_IMAGE' ? { OldImage: before } : {}),
      SequenceNumber,
      SizeBytes: JSON.stringify(after ?? before).length,
      StreamViewType: view,
    },
  };
}

export const streamArn = (tableArn: string): string => `${tableArn}/stream/2020-01-01T00:00:00.000`;
