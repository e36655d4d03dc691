import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Stage } from './stages.ts';

type Watched = { machines: StateMachine[]; deadLetters: Queue; stage: Stage };

const WAITS_TOO_LONG = Duration.days(14);

/** What somebody has to look at. Each alarm has a section of its name in docs/runbook.md. */
export function addAlarms(scope: Construct, { machines, deadLetters, stage }: Watched): void {
  const topic = new Topic(scope, 'Alarms', { enforceSSL: true });
  if (stage.alarmsTo) topic.addSubscription(new EmailSubscription(stage.alarmsTo, { deadLetterQueue: deadLetters }));
  const period = Duration.minutes(5);
  const alarm = (id: string, metric: IMetric, threshold: number, alarmDescription: string) =>
    new Alarm(scope, id, {
      alarmName: `caseloop-${stage.name}-${id}`,
      alarmDescription: `${alarmDescription} See docs/runbook.md#${id}`,
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(topic));
  const sum = (metrics: IMetric[]): IMetric =>
    new MathExpression({
      expression: metrics.map((_, index) => `m${index}`).join('+'),
      usingMetrics: Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric])),
      period,
    });

  alarm('run-failed', sum(machines.map((one) => one.metricFailed({ period }))), 1, 'A run of a workflow failed.');
  alarm(
    'run-timed-out',
    sum(machines.map((one) => one.metricTimedOut({ period }))),
    1,
    'A run of a workflow timed out.',
  );
  alarm(
    'dead-letters',
    deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' }),
    1,
    'Something could not be handled, however often it was tried.',
  );
  // What is measured once an hour: a shorter period would call the alarm off in between.
  const hourly = (metricName: string) =>
    new Metric({ namespace: 'Caseloop', metricName, period: Duration.hours(2), statistic: 'Maximum' });
  alarm('oldest-wait', hourly('OldestWait'), WAITS_TOO_LONG.toSeconds(), 'A run waits longer than anybody should.');
  alarm('broken-chains', hourly('BrokenChains'), 1, 'The events of a case are not what they were.');
  alarm(
    'throttles',
    LambdaFunction.metricAllThrottles({ period }),
    1,
    'Functions are held back by a limit of the account.',
  );
}
