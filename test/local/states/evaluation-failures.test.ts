import { describe, expect, test } from 'vitest';
import { machine, task, world } from './support/world.ts';

const said = "An error occurred while executing the state 'A' (entered at the event id #2). ";
const pass = (Output: unknown) => ({ Type: 'Pass', Output, End: true });
const map = (Items: unknown) => ({
  Type: 'Map',
  Items,
  ItemProcessor: { StartAt: 'B', States: { B: { Type: 'Pass', End: true } } },
  End: true,
});
const wrong = (expression: string, field: string, expected: string, was: string, value: string) =>
  `The JSONata expression '${expression}' specified for the field '${field}' returned an unexpected result type. Expected '${expected}', but was '${was}' for value: ${value}`;
const nothing = (expression: string, field: string) =>
  `The JSONata expression '${expression}' specified for the field '${field}' returned nothing (undefined).`;

describe('an expression that cannot be evaluated says where and why', () => {
  test.each([
    ['undefined', pass('{% $gone %}'), 'Output', nothing('$gone', 'Output')],
    ['undefined, deep inside', pass({ a: ['{% $gone.b %}'] }), 'Output/a[0]', nothing('$gone.b', 'Output/a[0]')],
    [
      'undefined, in an assignment',
      { Type: 'Pass', Assign: { x: '{% $gone %}' }, End: true },
      'Assign/x',
      nothing('$gone', 'Assign/x'),
    ],
    [
      'undefined, in arguments',
      task('f', { Arguments: { a: '{%$gone%}' } }),
      'Arguments/a',
      nothing('$gone', 'Arguments/a'),
    ],
    [
      'an error of the library',
      pass('{% $randomSeeded(1) %}'),
      'Output',
      "The JSONata expression '$randomSeeded(1)' specified for the field 'Output' threw an error during evaluation. T1006: Attempted to invoke a non-function",
    ],
    [
      '$eval, which Step Functions does not have',
      pass("{% $eval('1') %}"),
      'Output',
      "The JSONata expression '$eval('1')' specified for the field 'Output' threw an error during evaluation. T1006: Attempted to invoke a non-function",
    ],
    [
      'a function as value',
      pass('{% function($a) { $a } %}'),
      'Output',
      "The JSONata expression 'function($a) { $a }' specified for the field 'Output' returned an unsupported result type.",
    ],
    ['items that are a number', map('{% 1 %}'), 'Items', wrong('1', 'Items', 'array', 'number', '1')],
    ['items that are a text', map('{% "s" %}'), 'Items', wrong('"s"', 'Items', 'array', 'string', '"s"')],
    ['items that are null', map('{% null %}'), 'Items', wrong('null', 'Items', 'array', 'null', 'null')],
    [
      'items that are an object',
      map('{% {"a": 1} %}'),
      'Items',
      wrong('{"a": 1}', 'Items', 'array', 'object', '{"a":1}'),
    ],
    [
      'no items and an input that is no list',
      map(undefined),
      undefined,
      'Map state input must be an array but was: {"in":1}',
    ],
    [
      'seconds that are a text',
      { Type: 'Wait', Seconds: '{% "1" %}', End: true },
      'Seconds',
      wrong('"1"', 'Seconds', 'number', 'string', '"1"'),
    ],
    [
      'a condition that is no yes or no',
      { Type: 'Choice', Choices: [{ Condition: '{% 1 %}', Next: 'A' }] },
      'Choices[0]/Condition',
      wrong('1', 'Choices[0]/Condition', 'boolean', 'number', '1'),
    ],
  ])('%s', async (_what, state, location, message) => {
    const { end, events } = await world().run(machine({ A: state }), { in: 1 });
    expect(end).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError', cause: said + message });
    const failed = events.find(({ type }) => type === 'EvaluationFailed');
    expect(failed?.evaluationFailedEventDetails).toEqual({
      cause: said + message,
      error: 'States.QueryEvaluationError',
      state: 'A',
      ...(location && { location }),
    });
  });

  test.each([
    '2026-01-01 00:00:00Z',
    '2026-01-01T00:00:00',
    '2026-13-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-01-01T25:00:00Z',
    '01-01-2026T00:00:00Z',
  ])('%s is no time to wait for', async (time) => {
    const { end } = await world().run(machine({ A: { Type: 'Wait', Timestamp: `{% '${time}' %}`, End: true } }));
    expect(end?.cause).toBe(
      `${said}The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${time}`,
    );
  });

  test.each(['2026-01-01T00:00:10Z', '2026-01-01T00:00:10.000000001Z', '2026-01-01T01:00:10+01:00'])(
    '%s is one',
    async (time) => {
      const { end } = await world().run(machine({ A: { Type: 'Wait', Timestamp: time, End: true } }));
      expect(end?.stopDate).toBe(Date.UTC(2026, 0, 1, 0, 0, 10));
    },
  );
});

test('a Choice without a rule that is true, and without a default, fails', async () => {
  const states = { A: { Type: 'Choice', Choices: [{ Condition: false, Next: 'B' }] }, B: { Type: 'Succeed' } };
  const { end, lines } = await world().run(machine(states));
  expect(end).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  expect(lines.at(-1)).toBe('3<-2 ExecutionFailed');
});

test('an input of Fail decides its error and its cause', async () => {
  const states = { A: { Type: 'Fail', Error: '{% $states.input.e %}', Cause: '{% $states.input.c %}' } };
  const { end } = await world().run(machine(states), { e: 'Refused', c: 'because' });
  expect(end).toMatchObject({ status: 'FAILED', error: 'Refused', cause: 'because' });
});

describe('data of more than 256 KiB', () => {
  const big = 'é'.repeat(131_073);
  test('from a function is a failure of its task, which can be caught', async () => {
    const states = { A: task('f', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }] }), B: { Type: 'Succeed' } };
    const { output } = await world({ f: () => ({ payload: big }) }).run(machine(states));
    expect(output).toEqual({
      Error: 'States.DataLimitExceeded',
      Cause:
        "The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit.",
    });
  });
  test('as a variable or as arguments fails the run too', async () => {
    const Assign = { x: "{% $join([1..140000].('xx')) %}" };
    const Arguments = { FunctionName: 'f', Payload: Assign.x };
    const here = world();
    const runs = [
      await here.run(machine({ A: { Type: 'Pass', Assign, End: true } })),
      await here.run(machine({ A: task('f', { Arguments }) })),
    ];
    expect(runs.map(({ end }) => end?.error)).toEqual(['States.DataLimitExceeded', 'States.DataLimitExceeded']);
    expect(here.calls).toEqual([]);
  });
  test('from an expression fails the run, without an event of its own', async () => {
    const { end, lines } = await world().run(machine({ A: pass("{% $join([1..140000].('xx')) %}") }));
    expect(end).toMatchObject({ error: 'States.DataLimitExceeded', cause: expect.stringContaining("state/task 'A'") });
    expect(lines.at(-1)).toBe('3<-2 ExecutionFailed');
  });
});
