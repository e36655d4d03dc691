import { afterEach, expect, test } from 'vitest';
import { MovableClock } from '../../../local/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { readSchedule } from '../../../local/cloud/schedule-expression.ts';
import { arnOf, lambda, synthesize } from './synthesize.ts';

const MONDAY = Date.parse('2030-01-07T09:30:00Z');
const clock = new MovableClock({ start: MONDAY });
let cloud: Cloud | undefined;
afterEach(async () => {
  await cloud?.stop();
  cloud = undefined;
});

test('a schedule fires for every run on the way when the clock is moved three days', async () => {
  const lines: string[] = [];
  const schedule = (ScheduleExpression: string, name: string, more = {}) => ({
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      ScheduleExpression,
      FlexibleTimeWindow: { Mode: 'OFF' },
      State: 'ENABLED',
      Target: {
        Arn: arnOf('Sweep'),
        RoleArn: 'arn:aws:iam::0:role/x',
        Input: JSON.stringify({ name, due: '<aws.scheduler.scheduled-time>' }),
        RetryPolicy: { MaximumRetryAttempts: 3 },
      },
      ...more,
    },
  });
  const assembly = await synthesize({
    app: {
      bundles: {
        sweep:
          'export const handler = async (e) => console.log(e.name ?? e.source, e.due ?? e.time, new Date().toISOString());',
      },
      resources: {
        Sweep: lambda('sweep'),
        Reminders: schedule('cron(0 9 ? * * *)', 'reminders', { ScheduleExpressionTimezone: 'Europe/Berlin' }),
        Off: schedule('rate(1 minute)', 'off', { State: 'DISABLED' }),
        Report: {
          Type: 'AWS::Events::Rule',
          Properties: {
            ScheduleExpression: 'rate(2 days)',
            State: 'ENABLED',
            Targets: [{ Id: 'a', Arn: arnOf('Sweep') }],
          },
        },
      },
    },
  });
  cloud = await startCloud({ assembly, clock, onLog: (_, line) => lines.push(line) });
  await clock.advance(3 * 24 * 60 * 60 * 1000);
  expect(lines).toEqual([
    'reminders 2030-01-08T08:00:00Z 2030-01-08T08:00:00.000Z',
    'reminders 2030-01-09T08:00:00Z 2030-01-09T08:00:00.000Z',
    'aws.events 2030-01-09T09:30:00Z 2030-01-09T09:30:00.000Z',
    'reminders 2030-01-10T08:00:00Z 2030-01-10T08:00:00.000Z',
  ]);
});

test.each([
  ['cron(0 9 ? * MON-FRI *)', '2030-01-08T09:00:00.000Z'],
  ['cron(0 9 ? * 2-6 *)', '2030-01-08T09:00:00.000Z'], // Sunday is 1
  ['cron(0 9 ? * 1 *)', '2030-01-13T09:00:00.000Z'],
  ['cron(0 9 ? * 2#1 *)', '2030-02-04T09:00:00.000Z'], // first Monday of a month
  ['cron(0 9 ? * 6L *)', '2030-01-25T09:00:00.000Z'], // last Friday of a month
  ['cron(0 9 L * ? *)', '2030-01-31T09:00:00.000Z'],
  ['cron(10/20 * * * ? *)', '2030-01-07T09:50:00.000Z'],
  ['cron(0 12 1 1 ? 2031)', '2031-01-01T12:00:00.000Z'],
  ['rate(1 hour)', '2030-01-07T10:30:00.000Z'],
  ['at(2030-02-01T08:00:00)', '2030-02-01T08:00:00.000Z'],
])('%s is next due at %s', (expression, due) => {
  expect(new Date(readSchedule(expression, 'UTC', MONDAY)(MONDAY) ?? 0).toISOString()).toBe(due);
});

test.each(['cron(0 9 * * *)', 'rate(0 days)', 'every day', 'rate(5 weeks)'])('%s is refused', (expression) => {
  expect(() => readSchedule(expression, 'UTC', MONDAY)).toThrow();
});

test('a failed run is tried again after one minute and after two more', async () => {
  const tries: string[] = [];
  const assembly = await synthesize({
    app: {
      bundles: {
        fails: `export const handler = async () => { console.log(new Date().toISOString()); throw new Error('no'); };`,
      },
      resources: {
        Fails: lambda('fails', {}, { DeadLetterConfig: { TargetArn: arnOf('Dead') } }),
        Dead: { Type: 'AWS::SQS::Queue' },
        Once: {
          Type: 'AWS::Scheduler::Schedule',
          Properties: { ScheduleExpression: 'rate(1 day)', Target: { Arn: arnOf('Fails'), Input: '{"sweep":1}' } },
        },
      },
    },
  });
  const still = new MovableClock({ start: MONDAY });
  cloud = await startCloud({
    assembly,
    clock: still,
    onLog: (_, line) => line.startsWith('2030') && tries.push(line.slice(8, 16)),
  });
  await still.advance(25 * 60 * 60 * 1000);
  expect(tries).toEqual(['08T09:30', '08T09:31', '08T09:33']);
  expect(cloud.queues.messages('app-Dead')).toMatchObject([{ body: '{"sweep":1}' }]);
});
