import { describe, expect, test } from 'vitest';
import { machine, START, task, world } from './support/world.ts';

const pass = (Next?: string) => (Next ? { Type: 'Pass', Next } : { Type: 'Pass', End: true });
const fails = () => ({ error: 'LedgerDown', cause: '{"errorMessage":"down"}' });

describe('every event says which one it follows', () => {
  test.each([
    [
      'states one after another',
      machine({ A: pass('B'), B: { Type: 'Succeed' } }),
      '1<-0 ExecutionStarted, 2<-0 PassStateEntered, 3<-2 PassStateExited, 4<-3 SucceedStateEntered, 5<-4 SucceedStateExited, 6<-5 ExecutionSucceeded',
    ],
    [
      'a Fail, which is never left',
      machine({ A: { Type: 'Fail', Error: 'Refused' } }),
      '1<-0 ExecutionStarted, 2<-0 FailStateEntered, 3<-2 ExecutionFailed',
    ],
    [
      'a Task',
      machine({ A: task('works') }),
      '1<-0 ExecutionStarted, 2<-0 TaskStateEntered, 3<-2 TaskScheduled, 4<-3 TaskStarted, 5<-4 TaskSucceeded, 6<-5 TaskStateExited, 7<-6 ExecutionSucceeded',
    ],
    [
      'a Task that is tried again, fails and is caught',
      machine({
        A: task('fails', {
          Retry: [{ ErrorEquals: ['LedgerDown'], MaxAttempts: 1 }],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }],
        }),
        B: { Type: 'Succeed' },
      }),
      '1<-0 ExecutionStarted, 2<-0 TaskStateEntered, 3<-2 TaskScheduled, 4<-3 TaskStarted, 5<-4 TaskFailed, 6<-5 TaskScheduled, 7<-6 TaskStarted, 8<-7 TaskFailed, 9<-8 TaskStateExited, 10<-9 SucceedStateEntered, 11<-10 SucceedStateExited, 12<-11 ExecutionSucceeded',
    ],
    [
      'a Map, one item at a time',
      machine({
        A: {
          Type: 'Map',
          Items: [1, 2],
          MaxConcurrency: 1,
          ItemProcessor: { StartAt: 'B', States: { B: pass() } },
          End: true,
        },
      }),
      '1<-0 ExecutionStarted, 2<-0 MapStateEntered, 3<-2 MapStateStarted, 4<-3 MapIterationStarted, 5<-4 PassStateEntered, 6<-5 PassStateExited, 7<-6 MapIterationSucceeded, 8<-6 MapIterationStarted, 9<-8 PassStateEntered, 10<-9 PassStateExited, 11<-10 MapIterationSucceeded, 12<-11 MapStateSucceeded, 13<-11 MapStateExited, 14<-13 ExecutionSucceeded',
    ],
    [
      'a Map of nothing',
      machine({ A: { Type: 'Map', Items: [], ItemProcessor: { StartAt: 'B', States: { B: pass() } }, End: true } }),
      '1<-0 ExecutionStarted, 2<-0 MapStateEntered, 3<-2 MapStateStarted, 4<-3 MapStateSucceeded, 5<-3 MapStateExited, 6<-5 ExecutionSucceeded',
    ],
    [
      'a Parallel',
      machine({
        A: {
          Type: 'Parallel',
          Branches: [
            { StartAt: 'B', States: { B: pass() } },
            { StartAt: 'C', States: { C: pass() } },
          ],
          End: true,
        },
      }),
      '1<-0 ExecutionStarted, 2<-0 ParallelStateEntered, 3<-2 ParallelStateStarted, 4<-3 PassStateEntered, 5<-4 PassStateExited, 6<-3 PassStateEntered, 7<-6 PassStateExited, 8<-7 ParallelStateSucceeded, 9<-7 ParallelStateExited, 10<-9 ExecutionSucceeded',
    ],
    [
      'an expression that fails',
      machine({ A: pass('B'), B: { Type: 'Pass', Output: '{% $nothing %}', End: true } }),
      '1<-0 ExecutionStarted, 2<-0 PassStateEntered, 3<-2 PassStateExited, 4<-3 PassStateEntered, 5<-3 EvaluationFailed, 6<-5 ExecutionFailed',
    ],
  ])('%s', async (_what, definition, expected) => {
    const { lines } = await world({ fails }).run(definition);
    expect(lines).toEqual(expected.split(', '));
  });
});

test('data in a history is JSON text, and what passes through untouched keeps its white space', async () => {
  const here = world();
  const stateMachineArn = here.define(machine({ A: { Type: 'Pass', Assign: { n: '{% 1 + 1 %}' }, End: true } }));
  const { executionArn } = here.engine.startExecution({ stateMachineArn, input: '{ "a" : [1, 2] }' });
  await here.clock.settle();
  const events = await here.history(executionArn);
  expect(events[2]).toEqual({
    id: 3,
    previousEventId: 2,
    timestamp: START,
    type: 'PassStateExited',
    stateExitedEventDetails: {
      name: 'A',
      output: '{ "a" : [1, 2] }',
      outputDetails: { truncated: false },
      assignedVariables: { n: '2' },
      assignedVariablesDetails: { truncated: false },
    },
  });
});

test('events carry the time of the clock', async () => {
  const { events } = await world().run(
    machine({ A: { Type: 'Wait', Seconds: 90, Next: 'B' }, B: { Type: 'Succeed' } }),
  );
  expect(events.map(({ timestamp }) => timestamp - START)).toEqual([0, 0, 90_000, 90_000, 90_000, 90_000]);
});

test('a run without end is ended at 25,000 events', async () => {
  const { end, lines } = await world().run(
    machine({
      A: { Type: 'Choice', Choices: [{ Condition: true, Next: 'A' }], Default: 'B' },
      B: { Type: 'Succeed' },
    }),
  );
  expect(lines.slice(-2)).toEqual(['24999<-24998 ChoiceStateExited', '25000<-24999 ExecutionFailed']);
  expect(end).toMatchObject({
    status: 'FAILED',
    error: 'States.Runtime',
    cause: 'The execution reached the maximum number of history events (25000).',
  });
});

test('the same definition, input, answers and chance make the same history', async () => {
  const definition = machine({
    A: { Type: 'Pass', Output: '{% [$uuid(), $random(), $now(), $shuffle([1..9])] %}', End: true },
  });
  const runs = await Promise.all([world().run(definition), world().run(definition)]);
  expect(runs[0].events).toEqual(runs[1].events);
});
