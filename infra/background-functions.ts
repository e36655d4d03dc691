import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { type IRole, PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, type Function as LambdaFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type Background, schedules } from './background.ts';
import { allow } from './constructs/handler-function.ts';
import { followers } from './followers.ts';
import { functionOf } from './functions.ts';
import { type Listener, listeners } from './listeners.ts';
import type { ServiceWorld } from './service-world.ts';

/** What could not be handled waits here for a person; an alarm tells of the first. */
export const deadLetters = (scope: Construct): Queue =>
  new Queue(scope, 'DeadLetters', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });

// On this one stream; CDK's own event source may list the streams of every table.
const readStream = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((one) => `dynamodb:${one}`);

/** Functions behind the stream of events, behind schedules and behind the event bus. Returns those called every hour. */
export function addBackground(scope: Construct, events: Table, queue: Queue, world: ServiceWorld): LambdaFunction[] {
  addFollowers(scope, events, queue, world);
  addListeners(scope, queue, world);
  return addSchedules(scope, queue, world);
}

function addFollowers(scope: Construct, events: Table, queue: Queue, world: ServiceWorld): void {
  for (const [id, row] of Object.entries<Background>(followers)) {
    const permissions = [
      allow(readStream, [events.tableStreamArn ?? '']),
      allow(['sqs:SendMessage'], [queue.queueArn]),
    ];
    const follower = functionOf(scope, id, { ...row, permissions }, world);
    follower.addEventSourceMapping('Events', {
      eventSourceArn: events.tableStreamArn ?? '',
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 25,
      parallelizationFactor: 5,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 20,
      onFailure: { bind: () => ({ destination: queue.queueArn }) },
      ...(row.kinds && { filters: [FilterCriteria.filter({ dynamodb: { NewImage: { kind: { S: row.kinds } } } })] }),
    });
  }
}

function addSchedules(scope: Construct, queue: Queue, world: ServiceWorld): LambdaFunction[] {
  const rows = Object.entries<Background & { every: number }>(schedules).map(([id, { every, ...row }]) => {
    const handler = functionOf(scope, id, { ...row, deadLetters: queue }, world);
    return { id, every, handler };
  });
  const handlers = rows.map(({ handler }) => handler);
  const role = schedulerRole(scope, handlers, queue);
  for (const { id, every, handler } of rows) {
    new Schedule(scope, `${id}Schedule`, {
      schedule: ScheduleExpression.rate(Duration.minutes(every)),
      target: new LambdaInvoke(handler, { deadLetterQueue: queue, retryAttempts: 2, role }),
    });
  }
  return rows.filter(({ every }) => every <= 60).map(({ handler }) => handler);
}

function addListeners(scope: Construct, queue: Queue, world: ServiceWorld): void {
  for (const [id, { rule, told, ...row }] of Object.entries<Listener>(listeners)) {
    const handler = functionOf(scope, id, { ...row, deadLetters: queue }, world);
    const target = new LambdaTarget(handler, { deadLetterQueue: queue, retryAttempts: 10 });
    new Rule(scope, rule, { eventPattern: told(world), targets: [target] });
  }
}

/** May call what goes by the clock and report what could not be delivered; CDK's own role may call every version, too. */
function schedulerRole(scope: Construct, handlers: LambdaFunction[], queue: Queue): IRole {
  const functions = handlers.map(({ functionArn }) => functionArn);
  const statements = [allow(['lambda:InvokeFunction'], functions), allow(['sqs:SendMessage'], [queue.queueArn])];
  const role = new Role(scope, 'ScheduleRole', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
    inlinePolicies: { its: new PolicyDocument({ statements }) },
  });
  return role.withoutPolicyUpdates();
}
