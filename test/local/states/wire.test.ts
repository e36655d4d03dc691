import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stepFunctionsWire } from '../../../local/states/wire.ts';
import { machine, START, task, world } from './support/world.ts';

let server: Server;
let sfn: SFNClient;
let here: ReturnType<typeof world>;

beforeEach(async () => {
  here = world();
  const answer = stepFunctionsWire(here.engine);
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { status, body } = await answer(
      String(request.headers['x-amz-target']),
      JSON.parse(`${Buffer.concat(chunks)}`),
    );
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  sfn = new SFNClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
});

afterEach(() => {
  sfn.destroy();
  server.close();
});

const waiting = machine({
  Ask: task('ask', {
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
  }),
});

const create = (definition: object, name = 'case') =>
  sfn.send(
    new CreateStateMachineCommand({ name, definition: JSON.stringify(definition), roleArn: 'arn:aws:iam::1:role/r' }),
  );

describe('the official SDK works against the engine', () => {
  test('a run is started, answered through its token and read back', async () => {
    const { stateMachineArn } = await create(waiting);
    const started = await sfn.send(new StartExecutionCommand({ stateMachineArn, name: 'first', input: '{"a": 1}' }));
    expect(started.executionArn).toBe('arn:aws:states:eu-central-1:111111111111:execution:case:first');
    expect(started.startDate).toEqual(new Date(START));
    await here.clock.settle();
    await sfn.send(new SendTaskSuccessCommand({ taskToken: here.token(), output: '{"answer": 42}' }));
    await here.clock.settle();
    const described = await sfn.send(new DescribeExecutionCommand({ executionArn: started.executionArn }));
    expect(described).toMatchObject({ status: 'SUCCEEDED', input: '{"a": 1}', output: '{"answer": 42}' });
    const history = await sfn.send(new GetExecutionHistoryCommand({ executionArn: started.executionArn }));
    expect(history.events?.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
    expect(history.events?.[0]?.timestamp).toEqual(new Date(START));
  });

  test('a history comes in pages, from either end', async () => {
    const { stateMachineArn } = await create(machine({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } }));
    const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn }));
    await here.clock.settle();
    const ids: (number | undefined)[] = [];
    let nextToken: string | undefined;
    do {
      const page = await sfn.send(
        new GetExecutionHistoryCommand({ executionArn, maxResults: 4, nextToken, reverseOrder: true }),
      );
      ids.push(...(page.events ?? []).map(({ id }) => id));
      nextToken = page.nextToken;
    } while (nextToken);
    expect(ids).toEqual([6, 5, 4, 3, 2, 1]);
  });

  test('runs are listed, the newest first, and by their status', async () => {
    const { stateMachineArn } = await create(waiting);
    for (const name of ['one', 'two']) await sfn.send(new StartExecutionCommand({ stateMachineArn, name }));
    await here.clock.settle();
    await sfn.send(
      new StopExecutionCommand({ executionArn: 'arn:aws:states:eu-central-1:111111111111:execution:case:one' }),
    );
    await here.clock.settle();
    const all = await sfn.send(new ListExecutionsCommand({ stateMachineArn }));
    expect(all.executions?.map(({ name, status }) => [name, status])).toEqual([
      ['two', 'RUNNING'],
      ['one', 'ABORTED'],
    ]);
    const stopped = await sfn.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'ABORTED' }));
    expect(stopped.executions?.map(({ name }) => name)).toEqual(['one']);
  });

  test('a machine is described with the text it was created from', async () => {
    const { stateMachineArn } = await create(waiting);
    const described = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn }));
    expect(described).toMatchObject({ name: 'case', type: 'STANDARD', definition: JSON.stringify(waiting) });
  });

  test.each([
    [
      'ExecutionDoesNotExist',
      () => new DescribeExecutionCommand({ executionArn: 'arn:aws:states:eu-central-1:111111111111:execution:a:b' }),
    ],
    [
      'StateMachineDoesNotExist',
      () => new StartExecutionCommand({ stateMachineArn: 'arn:aws:states:eu-central-1:111111111111:stateMachine:a' }),
    ],
    ['InvalidArn', () => new DescribeExecutionCommand({ executionArn: 'nonsense' })],
    ['InvalidToken', () => new SendTaskSuccessCommand({ taskToken: 'nonsense', output: '{}' })],
    ['InvalidOutput', () => new SendTaskSuccessCommand({ taskToken: 'nonsense', output: '{' })],
  ] as const)('%s arrives as the error of that name', async (name, command) => {
    await expect(sfn.send(command() as DescribeExecutionCommand)).rejects.toMatchObject({ name });
  });

  test('a definition that is not supported is refused by name', async () => {
    const refused = create(machine({ A: { Type: 'Pass', Parameters: {}, End: true } }));
    await expect(refused).rejects.toMatchObject({
      name: 'InvalidDefinition',
      message: expect.stringContaining('Parameters'),
    });
  });
});
