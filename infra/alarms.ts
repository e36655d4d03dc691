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

/** 1: customers are not protected or not served now. 2: they soon will not be. 3: somebody has to look today. */
type Severity = 1 | 2 | 3;

/** `sweeps` are functions that a schedule calls at least once an hour. */
type Watched = { machines: StateMachine[]; sweeps: LambdaFunction[]; deadLetters: Queue; stage: Stage };

const WAITS_TOO_LONG = Duration.days(14);

/** What somebody has to look at. Each alarm has a section of its name in docs/runbook.md. */
export function addAlarms(scope: Construct, { machines, sweeps, deadLetters, stage }: Watched): void {
  const topic = new Topic(scope, 'Alarms', { enforceSSL: true });
  if (stage.alarmsTo) topic.addSubscription(new EmailSubscription(stage.alarmsTo, { deadLetterQueue: deadLetters }));
  const period = Duration.minutes(5);
  const alarm = (id: string, severity: Severity, metric: IMetric, threshold: number, what: string) =>
    new Alarm(scope, id, {
      alarmName: `caseloop-${stage.name}-${id}`,
      alarmDescription: `Severity ${severity}. ${what} See docs/runbook.md#${id}`,
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

  alarm('run-failed', 2, sum(machines.map((one) => one.metricFailed({ period }))), 1, 'A run of a workflow failed.');
  alarm(
    'run-timed-out',
    3,
    sum(machines.map((one) => one.metricTimedOut({ period }))),
    1,
    'A run of a workflow timed out.',
  );
  alarm(
    'dead-letters',
    2,
    deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' }),
    1,
    'Something could not be handled, however often it was tried.',
  );
  // What is measured once an hour: a shorter period would call the alarm off in between.
  const hourly = (metricName: string) =>
    new Metric({ namespace: 'Caseloop', metricName, period: Duration.hours(2), statistic: 'Maximum' });
  alarm('oldest-wait', 3, hourly('OldestWait'), WAITS_TOO_LONG.toSeconds(), 'A run waits longer than anybody should.');
  alarm('broken-chains', 1, hourly('BrokenChains'), 1, 'The events of a case are not what they were.');
  const unrecorded = new Metric({
    namespace: 'Caseloop',
    metricName: 'AccessesNotRecorded',
    period,
    statistic: 'Sum',
  });
  alarm('accesses-not-recorded', 2, unrecorded, 1, 'Calls could not be recorded, so nothing was shown.');
  const unexplained = new Metric({
    namespace: 'Caseloop',
    metricName: 'UnexplainedCases',
    period,
    statistic: 'Maximum',
  });
  alarm('unexplained-cases', 2, unexplained, 1, 'An open case had no run that works on it, and nobody had noticed.');
  alarm(
    'throttles',
    1,
    LambdaFunction.metricAllThrottles({ period }),
    1,
    'Functions are held back by a limit of the account.',
  );
  alarm('sweep-missing', 1, silentSweeps(sweeps), 1, 'What happens by the clock has not happened for two hours.');
}

/** How many of them were not called in two hours. What is not called sends no figure: none is a zero here. */
function silentSweeps(sweeps: LambdaFunction[]): IMetric {
  const period = Duration.hours(2);
  return new MathExpression({
    expression: sweeps.map((_, index) => `IF(FILL(s${index}, 0) < 1, 1, 0)`).join('+'),
    usingMetrics: Object.fromEntries(sweeps.map((sweep, index) => [`s${index}`, sweep.metricInvocations({ period })])),
    period,
  });
}
