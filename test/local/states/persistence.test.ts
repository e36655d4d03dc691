import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MovableClock } from '../../../local/clock.ts';
import { fileKeeper } from '../../../local/states/file-keeper.ts';
import type { ExecutionKeeper, Kept } from '../../../local/states/keeper.ts';
import { machine, START, task, world } from './support/world.ts';

const ask = task('ask', {
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
  TimeoutSeconds: 86_400,
  HeartbeatSeconds: 7200,
});

const life = machine({
  Freeze: task('freeze', { End: undefined, Assign: { id: '{% $uuid() %}', luck: '{% $random() %}' }, Next: 'Both' }),
  Both: {
    Type: 'Parallel',
    Branches: [
      machine({ Ask: ask }),
      machine({
        Review: task('review', {
          Retry: [{ ErrorEquals: ['Busy'], JitterStrategy: 'FULL' }],
          End: undefined,
          Next: 'Rest',
        }),
        Rest: { Type: 'Wait', Seconds: 3600, End: true },
      }),
    ].map(({ StartAt, States }) => ({ StartAt, States })),
    Next: 'Close',
  },
  Close: task('close', { Output: { id: '{% $id %}', luck: '{% $luck %}', at: '{% $millis() %}' } }),
});

const memory = (lines: Kept[]): ExecutionKeeper => ({
  read: () => [...lines],
  append: (kept) => void lines.push(kept),
});
const busyOnce = {
  review: (_: unknown, call: number) => (call === 1 ? { error: 'Busy', cause: '{}' } : { payload: 1 }),
};
const run = 'arn:aws:states:eu-central-1:111111111111:execution:machine:run';

const isAnswer = (one: Kept) => one.kind === 'happened' && JSON.stringify(one).includes('ExecutedVersion');
const timeOf = (lines: Kept[], start: number) =>
  lines.reduce((time, one) => (one.kind === 'happened' ? one.happening.time : time), start);

/** Ninety minutes; somebody answers after ten, if nobody has yet. */
async function live(here: ReturnType<typeof world>, taskToken: string) {
  for (let minutes = 10; minutes <= 90; minutes += 10) {
    await here.clock.advance(600_000);
    if (minutes === 10)
      await Promise.resolve()
        .then(() => here.engine.sendTaskSuccess({ taskToken, output: '"yes"' }))
        .catch(late);
  }
  const { end } = here.engine.describeExecution(run);
  return { status: end?.status, output: JSON.parse(end?.output ?? 'null') as object, events: await here.history(run) };
}

const late = ({ name }: Error) => expect(name).toBe('TaskTimedOut');

describe('an engine that died goes on where it was', () => {
  test('wherever it dies, the run ends the same, and nothing that was recorded is done again', async () => {
    const lines: Kept[] = [];
    const first = world(busyOnce, { keeper: memory(lines) });
    first.engine.startExecution({ stateMachineArn: first.define(life), name: 'run' });
    await first.clock.settle();
    const token = first.token(first.calls.findIndex(({ name }) => name === 'ask'));
    const whole = await live(first, token);
    expect(whole.status).toBe('SUCCEEDED');
    for (let kept = 2; kept <= lines.length; kept++) {
      const rest = lines.slice(0, kept);
      const answers = rest.filter(isAnswer).length;
      const clock = new MovableClock({ start: timeOf(rest, START) });
      const again = world(kept < 6 ? busyOnce : {}, { keeper: memory(rest), clock });
      await again.engine.resume();
      const { status, output } = await live(again, token);
      expect(status, `after ${kept} lines`).toBe('SUCCEEDED');
      expect(output).toMatchObject({ id: (whole.output as { id: string }).id });
      expect(again.calls.length + answers, `calls, after ${kept} lines`).toBeLessThanOrEqual(first.calls.length);
    }
  });

  test('a run that had ended is described, and its history made again, as it was', async () => {
    const lines: Kept[] = [];
    const first = world(busyOnce, { keeper: memory(lines) });
    first.engine.startExecution({ stateMachineArn: first.define(life), name: 'run' });
    await first.clock.settle();
    const whole = await live(first, first.token(first.calls.findIndex(({ name }) => name === 'ask')));
    const again = world({}, { keeper: memory(lines) });
    await again.engine.resume();
    expect(await again.history(run)).toEqual(whole.events);
    expect(again.engine.describeExecution(run).end).toEqual(first.engine.describeExecution(run).end);
    expect(again.calls).toEqual([]);
  });

  test('a run goes on with the definition it began with, not with the one that came after', async () => {
    const lines: Kept[] = [];
    const first = world({}, { keeper: memory(lines) });
    const before = machine({
      Rest: { Type: 'Wait', Seconds: 60, Next: 'Old' },
      Old: { Type: 'Succeed', Output: 'old' },
    });
    first.engine.startExecution({ stateMachineArn: first.define(before), name: 'run' });
    await first.clock.settle();
    const again = world({}, { keeper: memory(lines), clock: new MovableClock({ start: START + 30_000 }) });
    await again.engine.resume();
    again.define(machine({ New: { Type: 'Succeed' } }));
    await again.clock.advance(30_000);
    expect(again.engine.describeExecution(run).end?.output).toBe('"old"');
  });

  test('a run without a name gets a new one, even if chance repeats itself', async () => {
    const lines: Kept[] = [];
    const rest = machine({ Rest: { Type: 'Wait', Seconds: 60, End: true } });
    const first = world({}, { keeper: memory(lines) });
    const before = [first.start(rest), first.start(rest)];
    const again = world({}, { keeper: memory(lines) });
    await again.engine.resume();
    expect(new Set([...before, again.start(rest)]).size).toBe(3);
  });

  test('a start whose answer was lost is not made twice, even if what it started has ended', async () => {
    const lines: Kept[] = [];
    const first = world({}, { keeper: memory(lines) });
    const StateMachineArn = first.define(machine({ Done: { Type: 'Succeed' } }), 'child');
    const Resource = 'arn:aws:states:::states:startExecution';
    const parent = machine({ Run: task('', { Resource, Arguments: { StateMachineArn } }) });
    first.engine.startExecution({ stateMachineArn: first.define(parent), name: 'run' });
    await first.clock.settle();
    const lost = lines.filter((one) => !(one.kind !== 'machine' && 'arn' in one && one.arn === run));
    const again = world({}, { keeper: memory(lost) });
    await again.engine.resume();
    await again.clock.settle();
    expect(again.engine.describeExecution(run).end?.status).toBe('SUCCEEDED');
    expect(again.engine.listExecutions({ stateMachineArn: StateMachineArn }).items).toHaveLength(1);
  });

  test('a parent hears of the child that ended while nobody was there to tell it', async () => {
    const lines: Kept[] = [];
    const first = world({}, { keeper: memory(lines) });
    const StateMachineArn = first.define(machine({ Done: { Type: 'Succeed', Output: 'child' } }), 'child');
    const Resource = 'arn:aws:states:::states:startExecution.sync:2';
    const parent = machine({
      Run: task('', { Resource, Arguments: { StateMachineArn }, Output: '{% $states.result.Output %}' }),
    });
    first.engine.startExecution({ stateMachineArn: first.define(parent), name: 'run' });
    await first.clock.settle();
    const ended = lines.findIndex((one) => one.kind === 'ended' && one.arn.includes(':child:'));
    const again = world({}, { keeper: memory(lines.slice(0, ended + 1)) });
    await again.engine.resume();
    await again.clock.settle();
    expect(again.engine.describeExecution(run).end?.output).toBe('"child"');
    expect(again.engine.listExecutions({ stateMachineArn: StateMachineArn }).items).toHaveLength(1);
  });
});

describe('kill -9', () => {
  let directory: string;
  let child: ChildProcess;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'states-'));
  });
  afterEach(() => {
    child.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  });

  const asked = machine({
    Freeze: task('freeze', { End: undefined, Next: 'Ask' }),
    Ask: { ...ask, End: undefined, Next: 'Rest' },
    Rest: { Type: 'Wait', Seconds: 3600, Next: 'Slow' },
    Slow: task('slow'),
  });
  const effects = () => join(directory, 'effects');
  const made = () => (existsSync(effects()) ? readFileSync(effects(), 'utf8').trim().split('\n') : []);

  test('of the process leaves the waiting callback valid and its token the same', async () => {
    const kept = join(directory, 'kept', 'states.log');
    const script = join(import.meta.dirname, 'support', 'killed-process.ts');
    const run = 'arn:aws:states:eu-central-1:111111111111:execution:case:run';
    child = spawn(process.execPath, ['--import', 'tsx', script, kept, effects(), JSON.stringify(asked)], {
      stdio: 'inherit',
    });
    await vi.waitUntil(() => existsSync(kept) && readFileSync(kept, 'utf8').includes('"submitted"'), 20_000);
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await closed;
    expect(made()).toHaveLength(2);
    appendFileSync(kept, '{"kind":"happened","arn":"arn:aws:st');
    const { payload } = JSON.parse(made()[1] ?? '') as { payload: { token: string } };

    const keeper = fileKeeper(kept);
    const again = world({}, { keeper, clock: new MovableClock({ start: Date.now() }) });
    await again.engine.resume();
    await again.clock.settle();
    expect(again.calls).toEqual([]);
    again.engine.sendTaskSuccess({ taskToken: payload.token, output: '{"answer": 1}' });
    await again.clock.advance(3_599_000);
    expect(again.calls).toEqual([]);
    await again.clock.advance(1000);
    expect(again.calls.map(({ name }) => name)).toEqual(['slow']);
    expect(again.engine.describeExecution(run).end?.status).toBe('SUCCEEDED');
    keeper.close();
    expect([...fileKeeper(kept).read()].at(-1)).toMatchObject({ kind: 'ended', arn: run });
  }, 30_000);
});
