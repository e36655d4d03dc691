import type { Clock } from '../clock.ts';
import { type GivenUp, type Mapping, startEventSource } from './event-source.ts';
import type { Invocation } from './function-runtime.ts';
import type { JsonObject } from './json.ts';
import { keepLines } from './kept-lines.ts';
import type { Queues } from './queues.ts';
import { type StreamRecord, streamArn, streamRecord } from './stream-record.ts';
import type { Change } from './table-changes.ts';
import type { Table } from './tables.ts';

type Kept = { mapping: string; record: StreamRecord } | { mapping: string; settled: string };

export interface StreamWorld {
  readonly clock: Clock;
  readonly queues: Queues;
  /** Where undelivered records are kept. */
  readonly file?: string | undefined;
  invoke(functionArn: string, payload: JsonObject): Promise<Invocation>;
}

/** The streams of all tables. Each change is kept before this returns and stays so until every consumer is done with it. */
export function startStreams(tables: readonly Table[], mappings: readonly Mapping[], world: StreamWorld) {
  const { clock, queues } = world;
  const kept = keepLines<Kept>(world.file, withoutSettled);
  const consumers = mappings.map((mapping) => {
    const { EventSourceArn, FunctionName, DestinationConfig } = mapping.properties;
    const table = tables.find(({ arn }) => streamArn(arn) === EventSourceArn);
    if (!table) throw new Error(`${mapping.logicalId}: ${EventSourceArn} is not the stream of a table`);
    const source = startEventSource(
      {
        mapping,
        invoke: (payload) => world.invoke(FunctionName, payload),
        settled: ({ dynamodb }) => kept.append({ mapping: mapping.logicalId, settled: dynamodb.SequenceNumber }),
        giveUp(records, reason, tries) {
          const queue = DestinationConfig?.OnFailure?.Destination;
          if (queue) queues.send(queue, deadLetter(records, reason, tries, FunctionName, clock.now()));
        },
      },
      clock,
    );
    const partitionKey = table.properties.KeySchema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
    return { mapping: mapping.logicalId, table, add: (record: StreamRecord) => source.add(record, partitionKey) };
  });

  let sequence = 0n;
  function publish(change: Change): void {
    const fromClock = BigInt(Math.floor(clock.now())) * 1_000_000n; // so that it rises over restarts too
    sequence = fromClock > sequence ? fromClock : sequence + 1n;
    const record = streamRecord(change, sequence, clock.now());
    if (!record) return;
    for (const { mapping, table, add } of consumers) {
      if (table !== change.table) continue;
      kept.append({ mapping, record });
      add(record);
    }
  }

  /** Delivers what an earlier process left undelivered. */
  function resume(): void {
    for (const entry of kept.entries)
      if ('record' in entry) consumers.find(({ mapping }) => mapping === entry.mapping)?.add(entry.record);
  }

  return { publish, resume };
}

const withoutSettled = (entries: Kept[]): Kept[] => {
  const settled = new Set(entries.map((entry) => ('settled' in entry ? `${entry.mapping} ${entry.settled}` : '')));
  return entries.filter(
    (entry) => 'record' in entry && !settled.has(`${entry.mapping} ${entry.record.dynamodb.SequenceNumber}`),
  );
};

/** What Lambda sends to the destination of a stream: where the records are, not the records. */
function deadLetter(
  records: readonly StreamRecord[],
  reason: GivenUp,
  tries: number,
  functionArn: string,
  now: number,
) {
  const [first, last] = [records[0], records.at(-1)];
  const arrival = (record?: StreamRecord) =>
    new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
  return {
    version: '1.0',
    timestamp: new Date(now).toISOString(),
    requestContext: { functionArn, condition: reason, approximateInvokeCount: tries },
    DDBStreamBatchInfo: {
      streamArn: first?.eventSourceARN,
      shardId: 'shardId-00000000000000000000-00000000',
      startSequenceNumber: first?.dynamodb.SequenceNumber,
      endSequenceNumber: last?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(first),
      approximateArrivalOfLastRecord: arrival(last),
      batchSize: records.length,
    },
  };
}
