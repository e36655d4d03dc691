import { expect, test } from 'vitest';
import * as z from 'zod';
import { readAssembly } from '../../../local/cloud/assembly.ts';
import { deploy } from '../../../local/cloud/deployment.ts';
import { matches, readPattern } from '../../../local/cloud/event-pattern.ts';
import type { Json } from '../../../local/cloud/json.ts';
import { synthesize, table } from './synthesize.ts';

const API = 'http://127.0.0.1:1';
const deployed = async (...apps: Parameters<typeof synthesize>) =>
  deploy(readAssembly(await synthesize(...apps)), { api: () => API });

test('a resource type that is not known is refused by its name', async () => {
  const resources = { Cache: { Type: 'AWS::ElastiCache::CacheCluster' }, Role: { Type: 'AWS::IAM::Role' } };
  await expect(deployed({ app: { resources } })).rejects.toThrow('AWS::ElastiCache::CacheCluster');
});

test('one stack may use what another exports', async () => {
  const deployment = await deployed({
    data: {
      resources: { Cases: table('id') },
      outputs: { Name: { Value: { Ref: 'Cases' }, Export: { Name: 'data:Cases' } } },
    },
    service: {
      resources: { Role: { Type: 'AWS::IAM::Role' } },
      outputs: { Used: { Value: { 'Fn::ImportValue': 'data:Cases' } } },
    },
  });
  expect(deployment.outputs()).toEqual({ Name: 'data-Cases', Used: 'data-Cases' });
});

test.each<[string, Json, Json]>([
  ['Ref of a pseudo parameter', { Ref: 'AWS::StackName' }, 'app'],
  ['GetAtt', { 'Fn::GetAtt': ['Cases', 'Arn'] }, 'arn:aws:dynamodb:us-east-1:000000000000:table/app-Cases'],
  ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Cases' }]] }, 'a-app-Cases'],
  [
    'Sub',
    { 'Fn::Sub': 'x ${Cases} ${Cases.Arn} ${!kept}' },
    'x app-Cases arn:aws:dynamodb:us-east-1:000000000000:table/app-Cases ${kept}',
  ],
  ['Sub with variables', { 'Fn::Sub': ['${a}/${AWS::Region}', { a: { Ref: 'Cases' } }] }, 'app-Cases/us-east-1'],
  ['Select and Split', { 'Fn::Select': [1, { 'Fn::Split': ['-', { Ref: 'Cases' }] }] }, 'Cases'],
  ['If', { 'Fn::If': ['Never', 'yes', 'no'] }, 'no'],
  ['SSM value', '{{resolve:ssm:/sender}}', 'care@bank.example'],
])('%s is resolved', async (_, Value, expected) => {
  const deployment = await deployed({
    app: {
      resources: {
        Cases: table('id'),
        Sender: {
          Type: 'AWS::SSM::Parameter',
          Properties: { Name: '/sender', Type: 'String', Value: 'care@bank.example' },
        },
      },
      conditions: { Never: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'nowhere'] } },
      outputs: { Result: { Value } },
    },
  });
  expect(deployment.outputs().Result).toBe(expected);
});

test('what has no value is left out, and what a condition rules out is not there', async () => {
  const deployment = await deployed({
    app: {
      resources: {
        One: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'one', Delay: { Ref: 'AWS::NoValue' } } },
        Two: { Type: 'AWS::SQS::Queue', Condition: 'Never' },
      },
      conditions: { Never: { 'Fn::Not': [{ 'Fn::Equals': ['a', 'a'] }] } },
    },
  });
  const queues = deployment.resources('AWS::SQS::Queue', z.looseObject({}));
  expect(queues.map(({ logicalId, properties }) => [logicalId, properties])).toEqual([['One', { QueueName: 'one' }]]);
});

const event = {
  source: 'aws.ses',
  detail: { status: 'FAILED', count: 5, tags: { kind: ['survey', 'late'] }, who: null },
};
test.each<[boolean, Json]>([
  [true, { source: ['aws.ses', 'aws.states'] }],
  [true, { detail: { status: [{ prefix: 'FA' }], count: [{ numeric: ['>', 1, '<=', 5] }] } }],
  [true, { detail: { tags: { kind: ['late'] }, who: [null] } }],
  [true, { detail: { missing: [{ exists: false }], status: [{ exists: true }] } }],
  [true, { detail: { status: [{ 'anything-but': ['SUCCEEDED', 'RUNNING'] }] } }],
  [true, { detail: { status: [{ 'anything-but': { prefix: 'SUC' } }] } }],
  [true, { detail: { status: [{ 'equals-ignore-case': 'failed' }, { suffix: 'x' }] } }],
  [false, { detail: { missing: [{ 'anything-but': 'x' }] } }],
  [false, { detail: { status: ['failed'] } }],
  [false, { detail: { count: ['5'] } }],
  [false, { source: ['aws.ses'], detail: { status: ['SUCCEEDED'] } }],
])('that an event matches is %s for %j', (expected, pattern) => {
  expect(matches(readPattern(pattern), event)).toBe(expected);
});

test('an operator of event patterns that is not known is refused by its name', () => {
  expect(() => readPattern({ detail: { ip: [{ cidr: '10.0.0.0/24' }] } })).toThrow('cidr');
});
