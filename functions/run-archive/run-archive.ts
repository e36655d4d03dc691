import { gunzipSync, gzipSync } from 'node:zlib';
import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { Instant } from '../shared/now.ts';

/** A run that has ended and whose whole history is kept. */
export type ArchivedRun = {
  runId: string;
  status: string;
  startedAt: Instant;
  stoppedAt: Instant;
  error?: string | undefined;
  /** How many events its history has. */
  events: number;
};

/** Consecutive events of a history, compressed: `first` is the number of the first of them, counted from 1. */
export type Part = { first: number; packed: Uint8Array };

// An item of DynamoDB holds at most 400 KB with its keys.
const LARGEST_PART = 350 * 1024;

/**
 * Events in as few parts as fit into an item each.
 * @throws Error for a single event that fits into none, which Step Functions does not make
 */
export function partsOf(events: readonly HistoryEvent[], first: number): Part[] {
  if (events.length === 0) return [];
  const packed = gzipSync(JSON.stringify(events));
  if (packed.length <= LARGEST_PART) return [{ first, packed }];
  if (events.length === 1) throw new Error(`Event ${first} of a run is too large to be kept`);
  const half = Math.ceil(events.length / 2);
  return [...partsOf(events.slice(0, half), first), ...partsOf(events.slice(half), first + half)];
}

/** The events of a part as they were given, their instants as text. */
export const eventsOf = ({ packed }: Part): unknown[] => JSON.parse(gunzipSync(packed).toString()) as unknown[];

const ends = ['ExecutionSucceeded', 'ExecutionFailed', 'ExecutionTimedOut', 'ExecutionAborted'];

/** Step Functions tells that a run has ended a little before its history shows it. */
export const isEnd = (event: HistoryEvent | undefined): boolean => ends.includes(event?.type ?? '');

export const errorOf = ({
  executionFailedEventDetails: failed,
  executionTimedOutEventDetails: timedOut,
  executionAbortedEventDetails: aborted,
}: HistoryEvent): string | undefined => (failed ?? timedOut ?? aborted)?.error;
