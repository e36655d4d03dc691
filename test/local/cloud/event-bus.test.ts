import { afterEach, expect, test } from 'vitest';
import { MovableClock } from '../../../local/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { arnOf, synthesize } from './synthesize.ts';

let cloud: Cloud;
afterEach(() => cloud.stop());

test('an event that a function puts on the bus goes to every rule that it matches', async () => {
  const rule = (EventPattern: unknown, more = {}) => ({
    Type: 'AWS::Events::Rule',
    Properties: { EventPattern, State: 'ENABLED', Targets: [{ Id: 'a', Arn: arnOf('Box'), ...more }] },
  });
  const resources = {
    Box: { Type: 'AWS::SQS::Queue' },
    Mine: rule({ source: ['bank'], detail: { amount: [{ numeric: ['>', 100] }] } }),
    Fixed: rule({ 'detail-type': [{ prefix: 'Payment' }] }, { Input: '{"fixed":true}' }),
    Other: rule({ source: ['other'] }),
  };
  const clock = new MovableClock({ start: Date.parse('2030-01-07T09:00:00Z') });
  cloud = await startCloud({ assembly: await synthesize({ app: { resources } }), clock });
  const response = await fetch(cloud.awsUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' },
    body: JSON.stringify({ Entries: [{ Source: 'bank', DetailType: 'Payment seen', Detail: '{"amount":250}' }] }),
  });
  expect(await response.json()).toMatchObject({ FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) }] });
  expect(cloud.queues.messages('app-Box').map(({ body }) => JSON.parse(body))).toMatchObject([
    { source: 'bank', 'detail-type': 'Payment seen', time: '2030-01-07T09:00:00Z', detail: { amount: 250 } },
    { fixed: true },
  ]);
});

test('a service that is not known here is refused by its name', async () => {
  const resources = { Box: { Type: 'AWS::SQS::Queue' } };
  cloud = await startCloud({ assembly: await synthesize({ app: { resources } }), clock: new MovableClock() });
  const response = await fetch(cloud.awsUrl, {
    method: 'POST',
    headers: { 'x-amz-target': 'Kinesis_20131202.PutRecord' },
  });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('Kinesis_20131202');
});
