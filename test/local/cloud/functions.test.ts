import { afterEach, expect, test } from 'vitest';
import { MovableClock } from '../../../local/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { lambda, synthesize, table } from './synthesize.ts';

const START = Date.parse('2030-01-07T09:00:00Z');
const lines: string[] = [];
let cloud: Cloud;
const clock = new MovableClock({ start: START });
afterEach(() => cloud.stop());

const sources = {
  echo: `
    import { env } from 'node:process';
    let calls = 0;
    export const handler = async (event, context) => {
      console.log('called', ++calls);
      return { event, env, now: Date.now(), at: new Date().toISOString(), made: new Date(0) instanceof Date,
        name: context.functionName, left: context.getRemainingTimeInMillis(), gone: undefined };
    };`,
  fails: `
    export const handler = async ({ how }) => {
      if (how === 'text') throw 'just a text';
      const error = new Error('The account service is down');
      error.name = 'AccountServiceUnavailable';
      throw error;
    };`,
  hangs: 'export const handler = () => new Promise(() => undefined);',
  broken: `throw new TypeError('bad environment'); export const handler = () => 1;`,
  cases: `
    import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
    const db = new DynamoDBClient();
    export const handler = async ({ id }) =>
      (await db.send(new PutItemCommand({ TableName: process.env.TABLE, Item: { id: { S: id } } }))).$metadata.httpStatusCode;`,
};

async function start(): Promise<void> {
  lines.length = 0;
  process.env.SECRET_OF_THIS_PROCESS = 'x';
  const assembly = await synthesize({
    app: {
      bundles: sources,
      resources: {
        Cases: table('id'),
        Echo: lambda('echo', { TABLE: { Ref: 'Cases' } }, { FunctionName: 'echo', MemorySize: 256 }),
        Fails: lambda('fails'),
        Hangs: lambda('hangs', {}, { Timeout: 0.05 }),
        Broken: lambda('broken'),
        Write: lambda('cases', { TABLE: { Ref: 'Cases' } }),
      },
    },
  });
  cloud = await startCloud({ assembly, clock, onLog: (name, line) => lines.push(`${name}: ${line}`) });
}

test('a function sees the environment of its template, the time of the clock, and nothing of this process', async () => {
  await start();
  const answer = await cloud.invoke('echo', { caseId: 'c1' });
  expect(answer).toMatchObject({
    payload: { event: { caseId: 'c1' }, now: START, at: '2030-01-07T09:00:00.000Z', made: true, name: 'echo' },
  });
  const { env } = (answer as { payload: { env: Record<string, string> } }).payload;
  expect(env).toMatchObject({ TABLE: 'app-Cases', AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL: cloud.awsUrl });
  expect(env).not.toHaveProperty('SECRET_OF_THIS_PROCESS');
  expect(env).not.toHaveProperty('PATH');
});

test('a function stays warm, and each of its lines is told with its name', async () => {
  await start();
  await cloud.invoke('arn:aws:lambda:us-east-1:000000000000:function:echo:live', {});
  await cloud.invoke('Echo', {});
  expect(lines).toEqual(['echo: called 1', 'echo: called 2']);
});

test('what a function throws arrives by its name', async () => {
  await start();
  expect(await cloud.invoke('Fails', {})).toMatchObject({
    error: { errorType: 'AccountServiceUnavailable', errorMessage: 'The account service is down' },
  });
  expect(lines.at(-1)).toMatch(/^app-Fails: ERROR\tInvoke Error\t\{"errorType":"AccountServiceUnavailable"/);
  expect(await cloud.invoke('Fails', { how: 'text' })).toMatchObject({
    error: { errorType: 'string', errorMessage: 'just a text' },
  });
  expect(await cloud.invoke('Broken', {})).toMatchObject({ error: { errorType: 'TypeError' } });
});

test('a function that takes too long is given up', async () => {
  await start();
  expect(await cloud.invoke('Hangs', {})).toMatchObject({
    error: { errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out after 0.05 seconds' },
  });
});

test('a function finds the table of the template with nothing but its own client', async () => {
  await start();
  expect(await cloud.invoke('Write', { id: 'c1' })).toEqual({ payload: 200 });
});

test('warm functions are loaded before anybody calls them: one that cannot be loaded is found at once', async () => {
  await start();
  expect(() => cloud.functions.warm()).toThrow('bad environment');
  expect(await cloud.invoke('echo', {})).toHaveProperty('payload');
});
