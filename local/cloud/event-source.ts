import * as z from 'zod';
import type { Clock } from '../clock.ts';
import type { Deployed } from './deployment.ts';
import { matches, readPattern } from './event-pattern.ts';
import type { Invocation } from './function-runtime.ts';
import { isObject, type JsonObject } from './json.ts';
import type { StreamRecord } from './stream-record.ts';

export const MappingProperties = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.number().default(100),
  MaximumRetryAttempts: z.number().default(-1),
  MaximumRecordAgeInSeconds: z.number().default(-1),
  BisectBatchOnFunctionError: z.boolean().default(false),
  FunctionResponseTypes: z.array(z.string()).default([]),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).optional(),
});
export type Mapping = Deployed<z.infer<typeof MappingProperties>>;

/** Why records were given up: too often tried, or too old. */
export type GivenUp = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';

export interface Consumer {
  readonly mapping: Mapping;
  invoke(payload: JsonObject): Promise<Invocation>;
  /** The record needs no delivery any more. */
  settled(record: StreamRecord): void;
  giveUp(records: readonly StreamRecord[], reason: GivenUp, tries: number): void;
}

type Lane = { records: StreamRecord[]; tries: number; size: number };

const LONGEST_PAUSE = 60_000;

/**
 * Delivers records to one function: in order for each partition key, keys beside one another, from the next turn on.
 * A failing batch is tried again from its lowest failure, after a pause on the clock, and holds up only its own key.
 */
export function startEventSource({ mapping, invoke, settled, giveUp }: Consumer, clock: Clock) {
  const { BatchSize, MaximumRetryAttempts, MaximumRecordAgeInSeconds, ...options } = mapping.properties;
  const filters = options.FilterCriteria?.Filters.map(({ Pattern }) => readPattern(JSON.parse(Pattern)));
  const lanes = new Map<string, Lane>();

  function add(record: StreamRecord, partitionKey: string): void {
    const key = JSON.stringify(record.dynamodb.Keys[partitionKey]);
    if (filters && !filters.some((pattern) => matches(pattern, { ...record }))) {
      settled(record);
      return;
    }
    const lane = lanes.get(key);
    if (lane) {
      lane.records.push(record);
      return;
    }
    lanes.set(key, { records: [record], tries: 0, size: BatchSize });
    void clock.during(new Promise(setImmediate).then(() => drain(key)));
  }

  async function drain(key: string): Promise<void> {
    for (let lane = lanes.get(key); lane && lane.records.length > 0; ) {
      const batch = lane.records.slice(0, lane.size);
      const done = await deliver(batch);
      lane.tries = done > 0 ? 1 : lane.tries + 1;
      for (const record of lane.records.splice(0, done)) settled(record);
      const failed = batch.slice(done);
      if (failed.length === 0) {
        Object.assign(lane, { tries: 0, size: BatchSize });
        continue;
      }
      const reason = whyGiveUp(lane, failed);
      if (!reason) {
        lane.size = options.BisectBatchOnFunctionError ? Math.ceil(failed.length / 2) : failed.length;
        const pause = Math.min(LONGEST_PAUSE, 1000 * 2 ** (lane.tries - 1));
        clock.at(clock.now() + pause, () => void clock.during(drain(key)));
        return;
      }
      giveUp(failed, reason, lane.tries);
      for (const record of lane.records.splice(0, failed.length)) settled(record);
      Object.assign(lane, { tries: 0, size: BatchSize });
    }
    lanes.delete(key);
  }

  function whyGiveUp({ tries }: Lane, [first]: readonly StreamRecord[]): GivenUp | undefined {
    if (MaximumRetryAttempts >= 0 && tries > MaximumRetryAttempts) return 'RetryAttemptsExhausted';
    const age = clock.now() / 1000 - (first?.dynamodb.ApproximateCreationDateTime ?? 0);
    return MaximumRecordAgeInSeconds >= 0 && age > MaximumRecordAgeInSeconds ? 'RecordAgeExceeded' : undefined;
  }

  /** How many records from the front of the batch are done. */
  async function deliver(batch: readonly StreamRecord[]): Promise<number> {
    const answer = await invoke({ Records: JSON.parse(JSON.stringify(batch)) });
    if ('error' in answer) return 0;
    if (!options.FunctionResponseTypes.includes('ReportBatchItemFailures')) return batch.length;
    const reported = isObject(answer.payload) ? answer.payload.batchItemFailures : undefined;
    const failures = Array.isArray(reported) ? reported : [];
    const places = failures.map((failure) =>
      batch.findIndex(({ dynamodb }) => isObject(failure) && failure.itemIdentifier === dynamodb.SequenceNumber),
    );
    return places.length === 0 ? batch.length : Math.max(0, Math.min(...places)); // an unknown record fails the whole batch
  }

  return { add };
}
