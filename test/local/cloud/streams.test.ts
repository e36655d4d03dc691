import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, expect, test } from 'vitest';
import { MovableClock } from '../../../local/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { dynamo } from './clients.ts';
import { arnOf, lambda, synthesize, table } from './synthesize.ts';

const START = Date.parse('2030-01-07T09:00:00Z');

// Tells every record it gets in a log line, and fails those of the keys named in FAIL (whole calls if THROW).
const consumer = `
  export const handler = async ({ Records }) => {
    for (const record of Records) console.log(JSON.stringify(record));
    const bad = Records.filter(({ dynamodb }) => (process.env.FAIL ?? '').includes(dynamodb.Keys.id.S));
    if (bad.length > 0 && process.env.THROW) throw new Error('no');
    return { batchItemFailures: bad.map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber })) };
  };`;

const app = (variables: Record<string, string> = {}, mapping: Record<string, unknown> = {}) =>
  synthesize({
    data: {
      bundles: { consumer },
      resources: {
        Events: table('id', 'seq', { StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' } }),
        Consumer: lambda('consumer', variables),
        Dead: { Type: 'AWS::SQS::Queue' },
        Mapping: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: {
            EventSourceArn: { 'Fn::GetAtt': ['Events', 'StreamArn'] },
            FunctionName: { Ref: 'Consumer' },
            BatchSize: 10,
            FunctionResponseTypes: ['ReportBatchItemFailures'],
            MaximumRetryAttempts: 2,
            StartingPosition: 'LATEST',
            DestinationConfig: { OnFailure: { Destination: arnOf('Dead') } },
            ...mapping,
          },
        },
      },
    },
  });

let cloud: Cloud;
let clock: MovableClock;
let seen: {
  eventName: string;
  dynamodb: Record<string, unknown> & { Keys: { id: { S: string }; seq: { N: string } } };
}[];
afterEach(() => cloud.stop());

async function start(assembly: string, dataDir?: string): Promise<void> {
  clock = new MovableClock({ start: START });
  seen = [];
  const onLog = (_: string, line: string) => void (line.startsWith('{') && seen.push(JSON.parse(line)));
  cloud = await startCloud({ assembly, clock, onLog, ...(dataDir ? { dataDir } : {}) });
}

const key = (id: string, seq: number) => ({ id: { S: id }, seq: { N: String(seq) } });
const TableName = 'data-Events';
async function put(...items: [string, number][]): Promise<void> {
  const client = dynamo(cloud.awsUrl);
  for (const [id, seq] of items) await client.send(new PutItemCommand({ TableName, Item: key(id, seq) }));
  client.destroy();
}
const told = () => seen.map(({ dynamodb }) => `${dynamodb.Keys.id.S}${dynamodb.Keys.seq.N}`);

test('a change reaches its consumer at once, with both images', async () => {
  await start(await app());
  const client = dynamo(cloud.awsUrl);
  await client.send(new PutItemCommand({ TableName, Item: { ...key('a', 1), mood: { S: 'calm' } } }));
  const change = { UpdateExpression: 'SET mood = :m', ExpressionAttributeValues: { ':m': { S: 'angry' } } };
  await client.send(new UpdateItemCommand({ TableName, Key: key('a', 1), ...change }));
  await client.send(new PutItemCommand({ TableName, Item: { ...key('a', 1), mood: { S: 'angry' } } }));
  await client.send(new DeleteItemCommand({ TableName, Key: key('a', 1) }));
  client.destroy();
  await clock.settle();
  expect(seen.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']); // the same again is no change
  expect(seen[1]).toMatchObject({
    eventSource: 'aws:dynamodb',
    eventSourceARN: expect.stringMatching(/table\/data-Events\/stream\//),
    dynamodb: {
      ApproximateCreationDateTime: START / 1000,
      Keys: key('a', 1),
      OldImage: { mood: { S: 'calm' } },
      NewImage: { mood: { S: 'angry' } },
      SequenceNumber: expect.stringMatching(/^\d{21}$/),
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  });
});

test('a refused write tells nobody but its writer, who sees why', async () => {
  await start(await app());
  await put(['a', 1]);
  const client = dynamo(cloud.awsUrl);
  const again = { TableName, Item: key('a', 1), ConditionExpression: 'attribute_not_exists(id)' };
  const seeing = { ...again, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
  await expect(client.send(new PutItemCommand(seeing))).rejects.toMatchObject({ Item: key('a', 1) });
  await expect(client.send(new PutItemCommand(again))).rejects.toMatchObject({
    Item: undefined,
    name: 'ConditionalCheckFailedException',
  });
  client.destroy();
  await clock.settle();
  expect(told()).toEqual(['a1']);
});

test('a record that keeps failing blocks only its own key and ends in the dead letter queue', async () => {
  await start(await app({ FAIL: 'bad' }));
  await put(['bad', 1], ['good', 1], ['good', 2]);
  await clock.settle();
  expect(told().sort()).toEqual(['bad1', 'good1', 'good2']);
  await put(['bad', 2], ['good', 3]);
  await clock.settle();
  expect(told()).toContain('good3');
  expect(told()).not.toContain('bad2');
  expect(cloud.queues.messages('data-Dead')).toEqual([]);
  await clock.advance(60_000);
  expect(told().filter((name) => name === 'bad1')).toHaveLength(3); // one try and two retries
  const letters = cloud.queues.messages('data-Dead').map(({ body }) => JSON.parse(body));
  expect(letters[0]).toMatchObject({
    requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3 },
    DDBStreamBatchInfo: { batchSize: 1 },
  });
});

test('records of one key are told in the order of their writes, however many writers there are', async () => {
  await start(await app());
  await Promise.all(
    ['a', 'b', 'c'].map((id) => put(...Array.from({ length: 10 }, (_, i): [string, number] => [id, i]))),
  );
  await clock.settle();
  const ofA = seen
    .filter(({ dynamodb }) => dynamodb.Keys.id.S === 'a')
    .map(({ dynamodb }) => Number(dynamodb.Keys.seq.N));
  expect(ofA).toEqual(Array.from({ length: 10 }, (_, i) => i));
  expect(seen).toHaveLength(30);
});

test('a filter keeps away what the consumer does not want', async () => {
  const Filters = [{ Pattern: JSON.stringify({ dynamodb: { Keys: { id: { S: [{ prefix: 'case-' }] } } } }) }];
  await start(await app({}, { FilterCriteria: { Filters } }));
  await put(['case-1', 1], ['other', 1]);
  await clock.settle();
  expect(told()).toEqual(['case-11']);
});

test('tables and undelivered records are there after a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cloud-data-'));
  await start(await app({ FAIL: 'late', THROW: 'yes' }, { MaximumRetryAttempts: -1 }), dataDir);
  await put(['late', 1], ['done', 1]);
  await clock.advance(5000);
  const sequence = seen.find(({ dynamodb }) => dynamodb.Keys.id.S === 'late')?.dynamodb.SequenceNumber;
  await cloud.stop();

  await start(await app(), dataDir);
  await clock.settle();
  expect(told()).toEqual(['late1']);
  expect(seen[0]?.dynamodb.SequenceNumber).toBe(sequence);
  expect(clock.now()).toBeGreaterThanOrEqual(START + 5000);
  await put(['late', 1]); // it is still in the table: no change, nothing to tell
  await clock.settle();
  expect(told()).toEqual(['late1']);
});
