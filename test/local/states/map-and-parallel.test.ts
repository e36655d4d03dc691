import { describe, expect, test } from 'vitest';
import { machine, START, task, world } from './support/world.ts';

const processor = (state: object) => ({ StartAt: 'Each', States: { Each: state } });
const map = (state: object, more: object = {}) =>
  machine({ All: { Type: 'Map', Items: '{% $states.input %}', ItemProcessor: processor(state), End: true, ...more } });
const fails = () => ({ error: 'Down', cause: '{}' });
const rest = { Type: 'Wait', Seconds: 10, End: true };

describe('a Map', () => {
  test('keeps the order of its items, whatever the order in which they end', async () => {
    const Output = '{% $states.input %}';
    const { output, end } = await world().run(
      map({ Type: 'Wait', Seconds: '{% $states.input %}', Output, End: true }),
      [30, 20, 10],
    );
    expect(output).toEqual([30, 20, 10]);
    expect(end?.stopDate).toBe(START + 30_000);
  });

  test.each([
    ['all at once', undefined, 10],
    ['two at a time', 2, 30],
    ['one at a time', 1, 50],
    ['as many as an expression says', '{% $count($states.input) %}', 10],
  ])('runs %s', async (_how, MaxConcurrency, seconds) => {
    const { end } = await world().run(map(rest, { MaxConcurrency }), [1, 2, 3, 4, 5]);
    expect(end?.stopDate).toBe(START + seconds * 1000);
  });

  test('gives each item what ItemSelector makes of it', async () => {
    const ItemSelector = {
      index: '{% $states.context.Map.Item.Index %}',
      item: '{% $states.context.Map.Item.Value %}',
      of: '{% $count($states.input) %}',
    };
    const { output } = await world().run(map({ Type: 'Pass', End: true }, { ItemSelector }), ['a', 'b']);
    expect(output).toEqual([
      { index: 0, item: 'a', of: 2 },
      { index: 1, item: 'b', of: 2 },
    ]);
  });

  test('inside sees its own item, also where maps stand in maps', async () => {
    const inner = { Type: 'Pass', Output: '{% $states.context.Map.Item.Value * 10 + $outer %}', End: true };
    const definition = machine({
      All: {
        Type: 'Map',
        Items: [1, 2],
        ItemProcessor: {
          StartAt: 'Keep',
          States: {
            Keep: { Type: 'Pass', Assign: { outer: '{% $states.input %}' }, Next: 'Inner' },
            Inner: { Type: 'Map', Items: [3, 4], ItemProcessor: processor(inner), End: true },
          },
        },
        End: true,
      },
    });
    expect((await world().run(definition)).output).toEqual([
      [31, 41],
      [32, 42],
    ]);
  });

  test('that fails in one item ends the others by force', async () => {
    const f = (payload: unknown) => (payload === 2 ? fails() : { payload: null });
    const wait = task('f', { Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' });
    const { lines, end } = await world({ f }).run(map(wait), [1, 2, 3]);
    expect(end).toMatchObject({ status: 'FAILED', error: 'Down' });
    const failure = lines.findIndex((line) => line.endsWith('TaskFailed')) + 1;
    expect(lines.slice(failure).map((line) => line.replace(/^\d+<-/, ''))).toEqual([
      `${failure} MapIterationFailed`,
      `${failure} TaskStateAborted`,
      `${failure} MapIterationAborted`,
      `${failure} TaskStateAborted`,
      `${failure} MapIterationAborted`,
      `${failure} TaskStateAborted`,
      `${failure} MapStateFailed`,
      `${lines.length - 1} ExecutionFailed`,
    ]);
  });

  test('does not begin what had not begun when one item failed', async () => {
    const { lines } = await world().run(map({ Type: 'Fail', Error: 'No' }, { MaxConcurrency: 1 }), [1, 2, 3]);
    expect(lines).toEqual([
      '1<-0 ExecutionStarted',
      '2<-0 MapStateEntered',
      '3<-2 MapStateStarted',
      '4<-3 MapIterationStarted',
      '5<-4 FailStateEntered',
      '6<-5 MapIterationFailed',
      '7<-5 MapStateFailed',
      '8<-7 ExecutionFailed',
    ]);
  });

  test('is tried again as a whole', async () => {
    const here = world({ f: (_, call) => (call < 3 ? fails() : { payload: call }) });
    const Retry = [{ ErrorEquals: ['Down'], MaxAttempts: 2 }];
    const { output, lines } = await here.run(map(task('f', { Output: '{% $states.result.Payload %}' }), { Retry }), [
      'x',
    ]);
    expect(output).toEqual([3]);
    expect(lines.filter((line) => line.endsWith('MapStateStarted'))).toHaveLength(3);
    expect(lines.some((line) => line.endsWith('MapStateFailed'))).toBe(false);
  });
});

describe('a Parallel', () => {
  const branch = (name: string, state: object) => ({ StartAt: name, States: { [name]: state } });
  const parallel = (branches: object[], more: object = {}) =>
    machine({ Both: { Type: 'Parallel', Branches: branches, End: true, ...more } });

  test('runs its branches side by side on the same arguments, and keeps their order', async () => {
    const { output, end } = await world().run(
      parallel(
        [branch('Slow', { ...rest, Output: '{% $states.input & "1" %}' }), branch('Fast', { Type: 'Pass', End: true })],
        {
          Arguments: '{% $states.input.id %}',
        },
      ),
      { id: 'x' },
    );
    expect(output).toEqual(['x1', 'x']);
    expect(end?.stopDate).toBe(START + 10_000);
  });

  test('that fails in one branch ends the others, whatever they wait for', async () => {
    const definition = machine({
      Both: {
        Type: 'Parallel',
        Branches: [branch('Rest', rest), branch('Fail', { Type: 'Fail', Error: 'No', Cause: 'because' })],
        Catch: [{ ErrorEquals: ['No'], Next: 'Caught' }],
        End: true,
      },
      Caught: { Type: 'Pass', End: true },
    });
    const { output, end, lines } = await world().run(definition);
    expect(output).toEqual({ Error: 'No', Cause: 'because' });
    expect(end?.stopDate).toBe(START);
    expect(lines.slice(5, 8)).toEqual([
      '6<-5 WaitStateAborted',
      '7<-5 ParallelStateFailed',
      '8<-7 ParallelStateExited',
    ]);
  });

  test('keeps what a branch assigns to itself', async () => {
    const set = (name: string) => branch(name, { Type: 'Pass', Assign: { own: name }, End: true });
    const definition = machine({
      Both: { Type: 'Parallel', Branches: [set('A'), set('B')], Next: 'After' },
      After: { Type: 'Pass', Output: '{% $exists($own) %}', End: true },
    });
    expect((await world().run(definition)).output).toBe(false);
  });
});
