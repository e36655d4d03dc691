import { describe, expect, test } from 'vitest';
import { machine, task, world } from './support/world.ts';

const output = async (states: Record<string, object>, input = {}) => (await world().run(machine(states), input)).output;
const last = (Output: unknown) => ({ Type: 'Pass', Output, End: true });

describe('variables', () => {
  test('all expressions of a state see them as they were before it', async () => {
    const states = {
      A: { Type: 'Pass', Assign: { x: 1 }, Next: 'B' },
      B: { Type: 'Pass', Assign: { x: 2, before: '{% $x %}' }, Output: '{% $x %}', Next: 'C' },
      C: last({ x: '{% $x %}', before: '{% $before %}', output: '{% $states.input %}' }),
    };
    expect(await output(states)).toEqual({ x: 2, before: 1, output: 1 });
  });

  test('live on through loops', async () => {
    const states = {
      A: { Type: 'Pass', Assign: { n: 0 }, Next: 'B' },
      B: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $n < 5 %}', Assign: { n: '{% $n + 1 %}' }, Next: 'B' }],
        Default: 'C',
      },
      C: last('{% $n %}'),
    };
    expect(await output(states)).toBe(5);
  });

  test('do not exist before they are assigned', async () => {
    expect(await output({ A: last('{% $exists($later) %}') })).toBe(false);
  });

  test('from outside are seen inside; each iteration assigns its own', async () => {
    const states = {
      A: { Type: 'Pass', Assign: { outer: 'o' }, Next: 'B' },
      B: {
        Type: 'Map',
        Items: [1, 2],
        ItemProcessor: {
          StartAt: 'C',
          States: {
            C: { Type: 'Pass', Assign: { own: '{% $outer & $states.input %}' }, Next: 'D' },
            D: last('{% $own %}'),
          },
        },
        End: true,
      },
    };
    expect(await output(states)).toEqual(['o1', 'o2']);
  });

  test('take a whole result and any JSON', async () => {
    const states = {
      A: { Type: 'Pass', Assign: { nothing: null, list: [1, ['{% 2 %}']], deep: { a: { b: '{% 3 %}' } } }, Next: 'B' },
      B: last(['{% $nothing %}', '{% $list %}', '{% $deep.a.b %}']),
    };
    expect(await output(states)).toEqual([null, [1, [2]], 3]);
  });
});

describe('what states hand on', () => {
  test.each([
    ['a Pass its input', { A: { Type: 'Pass', End: true } }, { a: 1 }],
    ['a Succeed its input', { A: { Type: 'Succeed' } }, { a: 1 }],
    ['a Wait its input', { A: { Type: 'Wait', Seconds: 0, End: true } }, { a: 1 }],
    ['null, if that is the Output', { A: last(null) }, null],
    ['false, if that is the Output', { A: last('{% false %}') }, false],
    ['a text that only looks like an expression', { A: last(' {% 1 %}') }, ' {% 1 %}'],
    ['JSONPath as the text that it is', { A: last({ 'a.$': '$.a' }) }, { 'a.$': '$.a' }],
  ])('%s', async (_what, states, expected) => {
    expect(await output(states, { a: 1 })).toEqual(expected);
  });

  test('a Choice what its winning rule says, or by default what the state says', async () => {
    const choice = (a: number) =>
      output(
        {
          A: {
            Type: 'Choice',
            Choices: [
              { Condition: '{% $states.input.a = 1 %}', Output: 'first', Next: 'B' },
              { Condition: '{% $states.input.a <= 2 %}', Next: 'B' },
            ],
            Default: 'B',
            Output: 'default',
          },
          B: { Type: 'Succeed' },
        },
        { a },
      );
    expect([await choice(1), await choice(2), await choice(3)]).toEqual(['first', { a: 2 }, 'default']);
  });

  test('a Task what the function returned, wrapped as Step Functions wraps it', async () => {
    const { output } = await world({ f: (payload) => ({ payload: { echo: payload } }) }).run(
      machine({ A: task('f') }),
      [1],
    );
    expect(output).toMatchObject({ ExecutedVersion: '$LATEST', Payload: { echo: [1] }, StatusCode: 200 });
  });

  test.each([
    [null, {}],
    ['"0"', '0'],
    ['0', 0],
    ['no json', 'no json'],
  ])('the payload %j reaches a function as %j', async (Payload, expected) => {
    const here = world();
    await here.run(machine({ A: task('f', { Arguments: { FunctionName: 'f', Payload } }) }));
    expect(here.calls[0]?.payload).toEqual(expected);
  });

  test('a Task without arguments sends its input', async () => {
    const here = world();
    await here.run(machine({ A: task('f', { Arguments: undefined }) }), { FunctionName: 'f', Payload: { a: 1 } });
    expect(here.calls).toEqual([{ name: 'f', payload: { a: 1 } }]);
  });
});

test('the context says which run and which state this is', async () => {
  const { output, executionArn } = await world().run(machine({ A: last('{% $states.context %}') }), { a: 1 });
  expect(output).toEqual({
    Execution: {
      Id: executionArn,
      Input: { a: 1 },
      Name: executionArn.split(':').at(-1),
      RoleArn: 'arn:aws:iam::111111111111:role/states',
      StartTime: '2026-01-01T00:00:00.000Z',
      RedriveCount: 0,
    },
    StateMachine: { Id: 'arn:aws:states:eu-central-1:111111111111:stateMachine:machine', Name: 'machine' },
    State: { Name: 'A', EnteredTime: '2026-01-01T00:00:00.000Z' },
  });
});
