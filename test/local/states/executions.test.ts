import { describe, expect, test } from 'vitest';
import { machine, START, task, world } from './support/world.ts';

const rest = machine({ Rest: { Type: 'Wait', Seconds: 60, End: true } });
const named = (name: string) => expect.objectContaining({ name });

describe('starting', () => {
  test('again with the same name and input, while it runs, is the same start', async () => {
    const here = world();
    const stateMachineArn = here.define(rest);
    const first = here.engine.startExecution({ stateMachineArn, name: 'one', input: '{"a":1}' });
    await here.clock.advance(1000);
    expect(here.engine.startExecution({ stateMachineArn, name: 'one', input: '{"a":1}' })).toEqual(first);
    expect(first).toEqual({
      executionArn: `${stateMachineArn.replace('stateMachine', 'execution')}:one`,
      startDate: START,
    });
  });

  test('with a name that is taken is refused: another input, or a run that has ended', async () => {
    const here = world();
    const stateMachineArn = here.define(rest);
    const start = (input: string) => () => here.engine.startExecution({ stateMachineArn, name: 'one', input });
    start('1')();
    expect(start('2')).toThrow(named('ExecutionAlreadyExists'));
    await here.clock.advance(60_000);
    expect(start('1')).toThrow(named('ExecutionAlreadyExists'));
  });

  test.each([
    [
      'a machine nobody knows',
      { stateMachineArn: 'arn:aws:states:eu-central-1:111111111111:stateMachine:x' },
      'StateMachineDoesNotExist',
    ],
    ['no ARN', { stateMachineArn: 'machine' }, 'InvalidArn'],
    ['no JSON', { input: '{' }, 'InvalidExecutionInput'],
    ['an input of more than 256 KiB', { input: `"${'x'.repeat(262_144)}"` }, 'InvalidExecutionInput'],
    ['a name with a space', { name: 'a b' }, 'InvalidName'],
    ['a name of 81 characters', { name: 'x'.repeat(81) }, 'InvalidName'],
  ])('with %s is refused', (_what, request, name) => {
    const here = world();
    const stateMachineArn = here.define(rest);
    expect(() => here.engine.startExecution({ stateMachineArn, ...request })).toThrow(named(name));
  });
});

describe('stopping', () => {
  test('ends a run at once, with the reason given', async () => {
    const here = world();
    const executionArn = here.start(rest);
    await here.clock.advance(1000);
    here.engine.stopExecution({ executionArn, error: 'Enough', cause: 'no longer needed' });
    await here.clock.settle();
    expect(here.engine.describeExecution(executionArn).end).toEqual({
      status: 'ABORTED',
      error: 'Enough',
      cause: 'no longer needed',
      stopDate: START + 1000,
    });
    expect((await here.history(executionArn)).at(-1)).toMatchObject({ type: 'ExecutionAborted', previousEventId: 0 });
    expect(here.clock.next).toBeUndefined();
  });

  test('a run that has ended changes nothing', async () => {
    const here = world();
    const executionArn = here.start(rest);
    await here.clock.advance(60_000);
    expect(here.engine.stopExecution({ executionArn })).toEqual({ stopDate: START + 60_000 });
    expect(here.engine.describeExecution(executionArn).end?.status).toBe('SUCCEEDED');
  });
});

describe('a run that starts another and awaits it', () => {
  const child = (here: ReturnType<typeof world>, states: Record<string, object>) =>
    here.define(machine(states), 'child');
  const parent = (StateMachineArn: string, more: object = {}) =>
    machine({
      Run: task('', {
        Resource: 'arn:aws:states:::states:startExecution.sync:2',
        Arguments: { StateMachineArn, Name: 'investigation', Input: { caseId: '{% $states.input.caseId %}' } },
        ...more,
      }),
    });
  const childArn = 'arn:aws:states:eu-central-1:111111111111:execution:child:investigation';

  test('gets its description, with input and output as data', async () => {
    const here = world();
    const arn = child(here, { Rest: { Type: 'Wait', Seconds: 60, Output: { found: true }, End: true } });
    const { output, lines } = await here.run(parent(arn), { caseId: 'c1' });
    expect(output).toMatchObject({
      ExecutionArn: childArn,
      Name: 'investigation',
      Status: 'SUCCEEDED',
      Input: { caseId: 'c1' },
      Output: { found: true },
      StartDate: START,
      StopDate: START + 60_000,
    });
    expect(lines.slice(4, 6)).toEqual(['5<-4 TaskSubmitted', '6<-5 TaskSucceeded']);
  });

  test('fails with its description when it failed', async () => {
    const here = world();
    const arn = child(here, { No: { Type: 'Fail', Error: 'NoFunds', Cause: 'none' } });
    const { end } = await here.run(parent(arn), { caseId: 'c1' });
    expect(end).toMatchObject({ status: 'FAILED', error: 'States.TaskFailed' });
    expect(JSON.parse(end?.cause ?? '')).toMatchObject({
      Status: 'FAILED',
      Error: 'NoFunds',
      Cause: 'none',
      Input: '{"caseId":"c1"}',
    });
  });

  test.each([
    [
      'is stopped',
      {},
      (here: ReturnType<typeof world>, executionArn: string) => here.engine.stopExecution({ executionArn }),
    ],
    ['runs out of time', { TimeoutSeconds: 10 }, () => undefined],
  ])('takes it along when it %s', async (_how, more, then) => {
    const here = world();
    const arn = child(here, { Rest: { Type: 'Wait', Seconds: 600, End: true } });
    const executionArn = here.start(parent(arn, more), { caseId: 'c1' });
    await here.clock.advance(5000);
    then(here, executionArn);
    await here.clock.advance(5000);
    expect(here.engine.describeExecution(childArn).end?.status).toBe('ABORTED');
  });

  test('fails if the name is taken by somebody else', async () => {
    const here = world();
    const arn = child(here, { Rest: { Type: 'Wait', Seconds: 600, End: true } });
    here.engine.startExecution({ stateMachineArn: arn, name: 'investigation' });
    const { end } = await here.run(parent(arn), { caseId: 'c1' });
    expect(end).toMatchObject({ status: 'FAILED', error: 'StepFunctions.ExecutionAlreadyExistsException' });
  });

  test('or does not await it, and goes on at once', async () => {
    const here = world();
    const arn = child(here, { Rest: { Type: 'Wait', Seconds: 600, End: true } });
    const Resource = 'arn:aws:states:::states:startExecution';
    const { end, output } = await here.run(parent(arn, { Resource }), { caseId: 'c1' });
    expect(end?.stopDate).toBe(START);
    expect(output).toMatchObject({ ExecutionArn: childArn, StartDate: START });
  });
});

test('whoever asked for it hears of every run that ends', async () => {
  const ended: string[] = [];
  const onExecutionEnded: NonNullable<Parameters<typeof world>[1]>['onExecutionEnded'] = ({ beginning, end }) =>
    ended.push(`${beginning.machineName} ${end?.status}`);
  await world({}, { onExecutionEnded }).run(rest);
  expect(ended).toEqual(['machine SUCCEEDED']);
});
