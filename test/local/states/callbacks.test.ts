import { describe, expect, test } from 'vitest';
import { machine, START, task, world } from './support/world.ts';

const waiting = (more: object = {}) =>
  machine({
    Ask: task('ask', {
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
      ...more,
    }),
  });

async function asked(definition: object, functions = {}) {
  const here = world(functions);
  const executionArn = here.start(definition);
  await here.clock.settle();
  return { ...here, executionArn, end: () => here.engine.describeExecution(executionArn).end };
}

describe('a run that waits for a person', () => {
  test('goes on with what was sent back, and the token is used up', async () => {
    const here = await asked(waiting());
    await here.clock.advance(30 * 86_400_000);
    expect(here.end()).toBeUndefined();
    here.engine.sendTaskSuccess({ taskToken: here.token(), output: '{"resolution": "fraud"}' });
    await here.clock.settle();
    expect(here.end()).toMatchObject({ status: 'SUCCEEDED', output: '{"resolution": "fraud"}' });
    expect(() => here.engine.sendTaskSuccess({ taskToken: here.token(), output: '1' })).toThrow('Task Timed Out');
  });

  test('fails with what was sent back, with or without an error', async () => {
    const one = await asked(waiting());
    one.engine.sendTaskFailure({ taskToken: one.token(), error: 'Declined', cause: 'by the manager' });
    await one.clock.settle();
    expect(one.end()).toMatchObject({ status: 'FAILED', error: 'Declined', cause: 'by the manager' });
    const other = await asked(waiting());
    other.engine.sendTaskFailure({ taskToken: other.token() });
    await other.clock.settle();
    const events = await other.history(other.executionArn);
    expect(events.find(({ type }) => type === 'TaskFailed')?.taskFailedEventDetails).toEqual({
      resource: 'invoke.waitForTaskToken',
      resourceType: 'lambda',
    });
  });

  test('takes only the first of two answers', async () => {
    const here = await asked(waiting());
    here.engine.sendTaskSuccess({ taskToken: here.token(), output: '1' });
    expect(() => here.engine.sendTaskFailure({ taskToken: here.token() })).toThrow('Task Timed Out');
    await here.clock.settle();
    expect(here.end()?.output).toBe('1');
  });

  test('refuses a token that is invented, altered, or of a run nobody knows', async () => {
    const here = await asked(waiting());
    const altered = (change: (parts: unknown[]) => unknown[]) =>
      Buffer.from(JSON.stringify(change(JSON.parse(Buffer.from(here.token(), 'base64').toString())))).toString(
        'base64',
      );
    const send = (taskToken: string) => () => here.engine.sendTaskSuccess({ taskToken, output: '1' });
    expect(send('invented')).toThrow(expect.objectContaining({ name: 'InvalidToken' }));
    expect(send(altered(([arn, number]) => [arn, number, 'guess']))).toThrow(
      expect.objectContaining({ name: 'TaskTimedOut' }),
    );
    expect(send(altered(([arn, ...rest]) => [`${arn}x`, ...rest]))).toThrow(
      expect.objectContaining({ name: 'TaskDoesNotExist' }),
    );
    expect(here.end()).toBeUndefined();
  });

  test('gets a new token with every try', async () => {
    const here = await asked(
      waiting({ TimeoutSeconds: 60, Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1 }] }),
    );
    await here.clock.advance(61_000);
    expect(here.calls).toHaveLength(2);
    expect(here.token(1)).not.toBe(here.token(0));
    expect(() => here.engine.sendTaskSuccess({ taskToken: here.token(0), output: '1' })).toThrow('Task Timed Out');
    here.engine.sendTaskSuccess({ taskToken: here.token(1), output: '1' });
  });

  test('does not wait if the function that should ask has failed', async () => {
    const here = await asked(waiting(), { ask: () => ({ error: 'MailDown', cause: '{}' }) });
    expect(here.end()).toMatchObject({ status: 'FAILED', error: 'MailDown' });
  });
});

describe('a callback is bounded', () => {
  test('by its timeout, recorded as one', async () => {
    const here = await asked(waiting({ TimeoutSeconds: 3600 }));
    await here.clock.advance(3_599_999);
    expect(here.end()).toBeUndefined();
    await here.clock.advance(1);
    expect(here.end()).toEqual({ status: 'FAILED', error: 'States.Timeout', stopDate: START + 3_600_000 });
    const events = await here.history(here.executionArn);
    expect(events.at(-2)).toMatchObject({
      type: 'TaskTimedOut',
      taskTimedOutEventDetails: {
        error: 'States.Timeout',
        resource: 'invoke.waitForTaskToken',
        resourceType: 'lambda',
      },
    });
  });

  test('by its heartbeat, which every sign of life puts off and which leaves no event', async () => {
    const here = await asked(waiting({ HeartbeatSeconds: 60 }));
    for (let beat = 0; beat < 5; beat++) {
      await here.clock.advance(59_000);
      here.engine.sendTaskHeartbeat({ taskToken: here.token() });
    }
    expect(here.end()).toBeUndefined();
    await here.clock.advance(60_000);
    expect(here.end()).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(await here.history(here.executionArn)).toHaveLength(7);
  });

  test('by the timeout of the whole machine', async () => {
    const here = await asked({ ...waiting(), TimeoutSeconds: 600 });
    await here.clock.advance(600_000);
    expect(here.end()).toEqual({ status: 'TIMED_OUT', stopDate: START + 600_000 });
    expect((await here.history(here.executionArn)).at(-1)).toMatchObject({ type: 'ExecutionTimedOut' });
  });
});
