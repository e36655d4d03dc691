import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, expect, test } from 'vitest';
import { MovableClock } from '../../../local/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { lambda, synthesize, table } from './synthesize.ts';

let cloud: Cloud;
afterEach(() => cloud.stop());

test('a table of the template is there for the official client', async () => {
  const t0 = performance.now();
  const assembly = await synthesize({ data: { resources: { Cases: table('id', 'seq') } } });
  const t1 = performance.now();
  cloud = await startCloud({ assembly, clock: new MovableClock() });
  console.log('synth', t1 - t0, 'start', performance.now() - t1);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: cloud.awsUrl, region: 'us-east-1', credentials });
  await client.send(new PutItemCommand({ TableName: 'data-Cases', Item: { id: { S: 'c1' }, seq: { N: '1' } } }));
  const got = await client.send(new GetItemCommand({ TableName: 'data-Cases', Key: { id: { S: 'c1' }, seq: { N: '1' } } }));
  expect(got.Item).toEqual({ id: { S: 'c1' }, seq: { N: '1' } });
  client.destroy();
});
