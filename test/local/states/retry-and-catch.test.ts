import { describe, expect, test } from 'vitest';
import { machine, START, task, world } from './support/world.ts';

const down = (error: string) => () => ({ error, cause: '{"errorMessage":"no"}' });
const at = (events: readonly { type: string; timestamp: number }[], type: string) =>
  events.filter((event) => event.type === type).map(({ timestamp }) => (timestamp - START) / 1000);

describe('a failed task is tried again', () => {
  test.each([
    ['three times by default, each wait twice as long', {}, [0, 1, 3, 7]],
    ['at the given pace', { IntervalSeconds: 10, BackoffRate: 3, MaxAttempts: 3 }, [0, 10, 40, 130]],
    [
      'never later than the longest wait',
      { IntervalSeconds: 10, MaxAttempts: 4, MaxDelaySeconds: 15 },
      [0, 10, 25, 40, 55],
    ],
    ['not at all', { MaxAttempts: 0 }, [0]],
  ])('%s', async (_how, retrier, seconds) => {
    const definition = machine({ A: task('f', { Retry: [{ ErrorEquals: ['Down'], ...retrier }] }) });
    const { events } = await world({ f: down('Down') }).run(definition);
    expect(at(events, 'TaskScheduled')).toEqual(seconds);
  });

  test('with jitter, after any part of the wait, the same for the same chance', async () => {
    const definition = machine({
      A: task('f', {
        Retry: [{ ErrorEquals: ['Down'], IntervalSeconds: 100, JitterStrategy: 'FULL', MaxAttempts: 2 }],
      }),
    });
    const [first, second] = await Promise.all([1, 2].map(() => world({ f: down('Down') }).run(definition)));
    const [, once = 0, twice = 0] = at(first?.events ?? [], 'TaskScheduled');
    expect(once).toBeGreaterThan(0);
    expect(once).toBeLessThan(100);
    expect(twice - once).toBeLessThan(200);
    expect(at(second?.events ?? [], 'TaskScheduled')).toEqual([0, once, twice]);
  });

  test('by the first retrier that knows the error, each with its own count', async () => {
    const Retry = [
      { ErrorEquals: ['Slow'], MaxAttempts: 1 },
      { ErrorEquals: ['Down', 'Slow'], MaxAttempts: 2 },
    ];
    const answers = ['Slow', 'Down', 'Slow', 'Down', 'Down'];
    const f = (_: unknown, call: number) => down(answers[call - 1] ?? 'Other')();
    const here = world({ f });
    const { end } = await here.run(machine({ A: task('f', { Retry }) }));
    expect(here.calls).toHaveLength(3);
    expect(end).toMatchObject({ status: 'FAILED', error: 'Slow' });
  });

  test('and its arguments see how often', async () => {
    const Arguments = { FunctionName: 'f', Payload: { tries: '{% $states.context.State.RetryCount %}' } };
    const here = world({ f: down('Down') });
    await here.run(machine({ A: task('f', { Arguments, Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }] }) }));
    expect(here.calls.map(({ payload }) => payload)).toEqual([{ tries: 0 }, { tries: 1 }, { tries: 2 }]);
  });
});

describe('which name means which failure', () => {
  const wait = { Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' };
  test.each([
    ['Down', {}, 'Down', true],
    ['States.ALL', {}, 'Down', true],
    ['States.TaskFailed', {}, 'Down', true],
    ['State.ALL', {}, 'Down', false],
    ['States.Timeout', {}, 'Down', false],
    ['States.Timeout', { ...wait, TimeoutSeconds: 5 }, undefined, true],
    ['States.TaskFailed', { ...wait, TimeoutSeconds: 5 }, undefined, false],
    ['States.Timeout', { ...wait, HeartbeatSeconds: 5 }, undefined, true],
    ['States.HeartbeatTimeout', { ...wait, HeartbeatSeconds: 5 }, undefined, true],
    ['States.HeartbeatTimeout', { ...wait, TimeoutSeconds: 5 }, undefined, false],
    ['States.QueryEvaluationError', { Arguments: '{% $nothing %}' }, undefined, true],
    ['States.TaskFailed', { Arguments: '{% $nothing %}' }, undefined, false],
  ])('%s with %j and the error %s: %s', async (name, more, error, caught) => {
    const { end } = await world(error ? { f: down(error) } : {}).run(
      machine({ A: task('f', { ...more, Catch: [{ ErrorEquals: [name], Next: 'B' }] }), B: { Type: 'Succeed' } }),
    );
    expect(end?.status).toBe(caught ? 'SUCCEEDED' : 'FAILED');
  });
});

describe('a caught failure', () => {
  const caught = (catcher: object, more: object = {}) =>
    world({ f: down('Down') }).run(
      machine({
        A: task('f', { ...more, Catch: [{ ErrorEquals: ['Down'], Next: 'B', ...catcher }] }),
        B: {
          Type: 'Pass',
          Output: { input: '{% $states.input %}', kept: '{% $exists($kept) ? $kept : "nothing" %}' },
          End: true,
        },
      }),
      { caseId: 'c1' },
    );
  const error = { Error: 'Down', Cause: '{"errorMessage":"no"}' };

  test('hands on the error', async () => {
    expect((await caught({})).output).toEqual({ input: error, kept: 'nothing' });
  });
  test('hands on what its handler makes of the error and of the input', async () => {
    const { output } = await caught({
      Output: { id: '{% $states.input.caseId %}', why: '{% $states.errorOutput.Error %}' },
    });
    expect(output).toMatchObject({ input: { id: 'c1', why: 'Down' } });
  });
  test('assigns what its handler assigns, and not what the state would have', async () => {
    const { output } = await caught(
      { Assign: { kept: '{% $states.errorOutput.Error %}' } },
      { Assign: { kept: 'wrong' }, Output: 1 },
    );
    expect(output).toEqual({ input: error, kept: 'Down' });
  });
  test('after a timeout has an empty cause', async () => {
    const { output } = await world().run(
      machine({
        A: task('f', {
          Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
          TimeoutSeconds: 5,
          Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'B' }],
        }),
        B: { Type: 'Pass', End: true },
      }),
    );
    expect(output).toEqual({ Error: 'States.Timeout', Cause: '' });
  });
});
