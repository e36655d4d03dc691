import { describe, expect, test } from 'vitest';
import { MachineRefused } from '../../../local/states/refusal.ts';
import { machine, task, world } from './support/world.ts';

function refusal(definition: object): MachineRefused {
  try {
    world().define(definition);
  } catch (error) {
    if (error instanceof MachineRefused) return error;
    throw error;
  }
  throw new Error('The machine was not refused');
}

const pass = { Type: 'Pass', End: true };
const inMap = (state: object, more: object = {}) => ({
  Type: 'Map',
  ItemProcessor: { StartAt: 'B', States: { B: state }, ...more },
  End: true,
});
const end = { B: pass };

describe('what the interpreter does not do is refused at load, with the state and the field', () => {
  test.each([
    ['a JSONPath machine', { ...machine({ A: pass }), QueryLanguage: undefined }, 'A', 'QueryLanguage'],
    ['a JSONPath state', machine({ A: { ...pass, QueryLanguage: 'JSONPath' } }), 'A', 'QueryLanguage'],
    ['a JSONPath field', machine({ A: { ...pass, Parameters: {} } }), 'A', 'Parameters'],
    ['a field of another kind of state', machine({ A: { ...pass, Retry: [] } }), 'A', 'Retry'],
    ['a misspelt field', machine({ A: task('f', { TimeoutSecond: 5 }) }), 'A', 'TimeoutSecond'],
    [
      'a misspelt field of a retrier',
      machine({ A: task('f', { Retry: [{ ErrorEquals: ['A'], Interval: 1 }] }) }),
      'A',
      'Retry.0.Interval',
    ],
    ['a kind of state nobody knows', machine({ A: { Type: 'Loop', End: true } }), 'A', 'Type'],
    [
      'a resource nobody answers',
      machine({ A: task('f', { Resource: 'arn:aws:states:::sqs:sendMessage' }) }),
      'A',
      'Resource',
    ],
    [
      'the ARN of a function as resource',
      machine({ A: task('f', { Resource: 'arn:aws:lambda:eu-central-1:1:function:f' }) }),
      'A',
      'Resource',
    ],
    [
      'a distributed map',
      machine({ A: inMap(pass, { ProcessorConfig: { Mode: 'DISTRIBUTED' } }) }),
      'A',
      'ItemProcessor.ProcessorConfig.Mode',
    ],
    ['a map that reads from S3', machine({ A: { ...inMap(pass), ItemReader: {} } }), 'A', 'ItemReader'],
    ['tolerated failures', machine({ A: { ...inMap(pass), ToleratedFailureCount: 1 } }), 'A', 'ToleratedFailureCount'],
    ['a fault inside a map', machine({ A: inMap({ ...pass, ResultPath: null }) }), 'B', 'ResultPath'],
  ])('%s', (_what, definition, state, field) => {
    expect(refusal(definition)).toMatchObject({ name: 'InvalidDefinition', state, field });
  });
});

describe('what can never work is refused at load', () => {
  test.each([
    ['no start', { QueryLanguage: 'JSONata', States: { A: pass } }, undefined, 'StartAt'],
    ['a start that is no state', { ...machine({ A: pass }), StartAt: 'B' }, undefined, 'StartAt'],
    ['a next that is no state', machine({ A: { Type: 'Pass', Next: 'B' } }), 'A', 'Next'],
    [
      'a default that is no state',
      machine({ A: { Type: 'Choice', Choices: [{ Condition: true, Next: 'A' }], Default: 'C' } }),
      'A',
      'Default',
    ],
    [
      'a handler that leads nowhere',
      machine({ A: task('f', { Catch: [{ ErrorEquals: ['E'], Next: 'C' }] }) }),
      'A',
      'Catch.0.Next',
    ],
    ['a state without a way on', machine({ A: { Type: 'Pass' } }), 'A', 'Next'],
    ['a state with two ways on', machine({ A: { ...pass, Next: 'B' }, ...end }), 'A', 'Next'],
    ['a state that is never reached', machine({ A: pass, ...end }), 'B', 'States'],
    ['a name used twice', machine({ A: { ...inMap(pass), End: undefined, Next: 'B' }, ...end }), 'B', 'States'],
    ['a Wait without a time', machine({ A: { Type: 'Wait', End: true } }), 'A', 'Seconds'],
    [
      'a Wait for a day that is none',
      machine({ A: { Type: 'Wait', Timestamp: 'tomorrow', End: true } }),
      'A',
      'Timestamp',
    ],
    [
      'States.ALL beside another error',
      machine({ A: task('f', { Retry: [{ ErrorEquals: ['States.ALL', 'E'] }] }) }),
      'A',
      'Retry.0.ErrorEquals',
    ],
    [
      'States.ALL before another retrier',
      machine({ A: task('f', { Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['E'] }] }) }),
      'A',
      'Retry.0.ErrorEquals',
    ],
    [
      'a heartbeat slower than the timeout',
      machine({ A: task('f', { TimeoutSeconds: 5, HeartbeatSeconds: 5 }) }),
      'A',
      'HeartbeatSeconds',
    ],
    ['an expression that is no JSONata', machine({ A: { ...pass, Output: { a: '{% 1 + %}' } } }), 'A', 'Output.a'],
    ['a variable named states', machine({ A: { ...pass, Assign: { states: 1 } } }), 'A', 'Assign.states'],
    ['a variable no expression can name', machine({ A: { ...pass, Assign: { 'a-b': 1 } } }), 'A', 'Assign.a-b'],
    [
      'a variable of the scope around',
      machine({
        A: { ...inMap({ ...pass, Assign: { x: 1 } }), End: undefined, Next: 'C' },
        C: { ...pass, Assign: { x: 2 } },
      }),
      'B',
      'Assign.x',
    ],
  ])('%s', (_what, definition, state, field) => {
    expect(refusal(definition)).toMatchObject({ state, field });
  });

  test('and the message says it as Step Functions would', () => {
    expect(refusal(machine({ A: { ...pass, Parameters: {} } })).message).toBe(
      "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: The field 'Parameters' is not supported at /States/A/Parameters'",
    );
  });
});
