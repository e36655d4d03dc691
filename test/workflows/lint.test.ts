import * as dynamodb from '@aws-sdk/client-dynamodb';
import validate from 'asl-validator';
import { describe, expect, test } from 'vitest';
import * as errors from '../../functions/shared/errors.ts';
import * as refusals from '../../functions/shared/refusals.ts';
import { Step } from '../../functions/task/task.ts';
import { type Machine, machines, type State, waysOut } from './lint/machine.ts';
import { reachedIn, unsetReads } from './lint/variables.ts';

const lambdaPasses = [
  'Lambda.TooManyRequestsException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.ClientExecutionTimeoutException',
];
const ids = [
  'campaignId',
  'startAt',
  'caseId',
  'run',
  'cycle',
  'round',
  'number',
  'taskToken',
  'turn',
  'failedStep',
  'askedAt',
  'stage',
];
// What a root becomes an object by: five numbers and hashes, which name nobody.
const object = ['Bucket', 'Key', 'Body', 'ContentType', 'ChecksumAlgorithm'];
const timing = [
  'inviteAt',
  'remindAfterSeconds',
  'reminders',
  'expireAfterSeconds',
  'AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID',
];

describe.each(machines)('the workflow %s', (workflow, machine) => {
  // A campaign is about no case, so there is none that a person could be asked about; a root is about all of them.
  const subject = ({ campaign: 'campaignId', 'keep-root': 'Bucket' } as Record<string, string>)[workflow] ?? 'caseId';
  const tasks = Object.entries(machine.States).filter(([, state]) => state.Type === 'Task');
  const isCallback = (state: State) => /\.(waitForTaskToken|sync:2)$/.test(state.Resource ?? '');
  const isLambda = (state: State) => state.Resource?.includes(':lambda:');

  test('is Amazon States Language', () => {
    expect(validate(machine).errors).toEqual([]);
  });

  test('is small enough to be looked at: at most 25 states', () => {
    expect(Object.keys(machine.States).length).toBeLessThanOrEqual(25);
  });

  test('has no state that nothing leads to, and none that leads nowhere', () => {
    const reached = new Set(reachedIn(machine).map(({ state }) => state));
    expect([...reached].sort()).toEqual(Object.keys(machine.States).sort());
    const ways = Object.values(machine.States).flatMap(waysOut);
    expect(ways.filter(({ to }) => !machine.States[to])).toEqual([]);
  });

  test('is bounded: the run, each task and each wait for a person', () => {
    expect(machine.TimeoutSeconds).toBeGreaterThan(0);
    for (const [name, state] of tasks) {
      expect(state.TimeoutSeconds, name).toBeDefined();
      if (!isCallback(state)) expect(state.TimeoutSeconds, name).toBeLessThanOrEqual(60);
    }
  });

  test('tries again what can pass, at scattered times and not for ever', () => {
    for (const [name, { Retry = [] }] of tasks) {
      expect(Retry.length, name).toBeGreaterThan(0);
      for (const retrier of Retry) {
        expect(retrier, name).toMatchObject({ JitterStrategy: 'FULL', MaxDelaySeconds: expect.any(Number) });
        expect(retrier.BackoffRate, name).toBeGreaterThan(1);
        expect(retrier.MaxAttempts, name).toBeGreaterThanOrEqual(3);
      }
    }
  });

  test('tries again when Lambda is busy, and never because a person has not answered', () => {
    for (const [name, state] of tasks) {
      const retried = (state.Retry ?? []).flatMap((one) => one.ErrorEquals);
      if (isLambda(state)) expect(retried, name).toEqual(expect.arrayContaining(lambdaPasses));
      if (!isCallback(state)) expect(retried, name).toContain('States.Timeout');
      else
        for (const error of ['States.Timeout', 'States.ALL', 'States.TaskFailed'])
          expect(retried, name).not.toContain(error);
    }
  });

  test('catches whatever is left of every task', () => {
    for (const [name, { Catch = [] }] of tasks) expect(Catch.at(-1)?.ErrorEquals, name).toEqual(['States.ALL']);
  });

  test('waits for errors that exist', () => {
    const ours = Object.keys({ ...errors, ...refusals });
    const known = (error: string) =>
      ours.includes(error) ||
      error in dynamodb ||
      /^(States\.(ALL|Timeout|TaskFailed)|Lambda\.\w+|StepFunctions\.\w+|Sandbox\.Timedout)$/.test(error) ||
      ['ThrottlingException', 'TimeoutError'].includes(error); // DynamoDB, and the HTTP client of the SDK
    const named = tasks.flatMap(([, { Retry = [], Catch = [] }]) =>
      [...Retry, ...Catch].flatMap((one) => one.ErrorEquals),
    );
    expect([...new Set(named)].filter((error) => !known(error))).toEqual([]);
  });

  test('hands on ids, and no name, address or text', () => {
    for (const [name, { Arguments = {} }] of tasks) {
      const { Payload, Input, ...rest } = Arguments;
      const handed = Object.keys({ ...Payload, ...Input, ...(Payload || Input ? {} : rest) });
      expect(handed, name).toContain(subject);
      expect(
        handed.filter((key) => ![...ids, ...timing, ...object].includes(key)),
        name,
      ).toEqual([]);
    }
  });

  test('reads no variable that may not be set', () => {
    expect(unsetReads(machine)).toEqual([]);
  });

  if (subject !== 'caseId') {
    test('ends where a step failed for good: a sweep or a person starts another run there', () => {
      for (const [name, { Catch = [] }] of tasks)
        expect(machine.States[Catch.at(-1)?.Next ?? '']?.Type, name).toBe('Fail');
    });
    return;
  }

  test('names a failed step as the history does, and knows the way on from each, tried again or not', () => {
    const failed = tasks.flatMap(([, { Catch = [] }]) => Catch.flatMap(({ Assign }) => Assign?.failedStep ?? []));
    expect(failed.length).toBeGreaterThan(0);
    for (const step of failed) {
      expect(Step.options).toContain(step);
      const choices = machine.States['Go on']?.Choices ?? [];
      const onward = choices.filter(({ Condition }) => Condition.includes(`$failedStep = '${step}'`));
      expect(onward.map(({ Condition }) => Condition.includes("'retry'"))).toEqual([true, false]);
    }
  });

  test('asks a person about every task that failed for good, but about asking itself', () => {
    for (const [name, { Catch = [] }] of tasks) {
      expect(Catch.at(-1)?.Next, name).toBe(name === 'Ask a person' ? 'Nobody answered' : 'Ask a person');
    }
  });
});

describe('the lint itself', () => {
  const pass = (next: string, more: Partial<State> = {}): State => ({ Type: 'Pass', Next: next, ...more });
  const machine = (States: Record<string, State>): Machine => ({ StartAt: 'A', States });

  test('finds a variable that only one of two ways sets', () => {
    const found = unsetReads(
      machine({
        A: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'B' }], Default: 'C' },
        B: pass('C', { Assign: { found: 1 } }),
        C: pass('D', { Assign: { twice: '{% $found * 2 %}' } }),
        D: { Type: 'Succeed' },
      }),
    );
    expect(found).toEqual(['C: found']);
  });

  test('knows that a task which failed has not assigned what it would have', () => {
    const found = unsetReads(
      machine({
        A: { ...pass('B', { Assign: { plan: 1 } }), Type: 'Task', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }] },
        B: pass('C', { Assign: { next: '{% $plan %}' } }),
        C: { Type: 'Succeed' },
      }),
    );
    expect(found).toEqual(['B: plan']);
  });

  test('knows that a step can only be tried again after it failed, when all before it had been done', () => {
    const caught = { ErrorEquals: ['States.ALL'], Next: 'Ask' };
    const States: Record<string, State> = {
      A: { ...pass('B', { Assign: { plan: 1 } }), Type: 'Task', Catch: [{ ...caught, Assign: { failedStep: 'a' } }] },
      B: {
        Type: 'Task',
        Catch: [{ ...caught, Assign: { failedStep: 'b' } }],
        Arguments: { Input: { plan: '{% $plan %}' } },
      },
      Ask: { Type: 'Choice', Choices: [{ Condition: "{% $failedStep = 'b' %}", Next: 'B' }], Default: 'C' },
      C: { Type: 'Succeed' },
    };
    expect(unsetReads(machine(States))).toEqual([]);
    const careless = { ...States, Ask: { Type: 'Choice' as const, Choices: [], Default: 'B' } };
    expect(unsetReads(machine(careless))).toEqual(['B: plan']);
  });
});
