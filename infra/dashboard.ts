import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  SingleValueWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Stage } from './stages.ts';

type Shown = { api: HttpApi; machines: StateMachine[]; deadLetters: Queue; stage: Stage };

const own = (metricName: string, statistic = 'Sum', period = Duration.hours(1)): Metric =>
  new Metric({ namespace: 'Caseloop', metricName, statistic, period });

const share = (label: string, expression: string, part: string, other: string): IMetric =>
  new MathExpression({
    label,
    expression,
    usingMetrics: { part: own(part, 'Sum', Duration.days(1)), other: own(other, 'Sum', Duration.days(1)) },
    period: Duration.days(1),
  });

const graph = (title: string, left: IMetric[], right: IMetric[] = []): GraphWidget =>
  new GraphWidget({ title, left, right, width: 8, height: 6 });

/** What customers get on top, what people work on below it, and how the machines do at the bottom. */
export function addDashboard(scope: Construct, { api, machines, deadLetters, stage }: Shown): void {
  const now = (title: string, metricName: string) =>
    new SingleValueWidget({ title, metrics: [own(metricName, 'Maximum', Duration.minutes(5))], width: 4, height: 3 });
  new Dashboard(scope, 'Dashboard', {
    dashboardName: `caseloop-${stage.name}`,
    widgets: [
      [
        now('Open cases', 'OpenCases'),
        now('Open for more than a day', 'OpenOverDay'),
        now('Open for more than a week', 'OpenOverWeek'),
        now('Unexplained', 'UnexplainedCases'),
        now('Oldest wait, seconds', 'OldestWait'),
        now('Broken chains', 'BrokenChains'),
      ],
      [
        graph('Seconds from report to last freeze', [own('TimeToFreeze', 'p50'), own('TimeToFreeze', 'p95')]),
        graph('Cases', [own('CasesOpened'), own('CasesClosed'), own('CasesReopened'), own('CasesCancelled')]),
        graph(
          'Promises to customers',
          [own('PromisesKept'), own('PromisesBroken')],
          [share('kept, %', '100 * part / (part + other)', 'PromisesKept', 'PromisesBroken')],
        ),
      ],
      [
        graph(
          'Surveys',
          [own('SurveysInvited'), own('SurveysAnswered')],
          [share('response, %', '100 * part / other', 'SurveysAnswered', 'SurveysInvited')],
        ),
        graph('Reminders and mail', [own('RemindersSent'), own('MailsBounced')]),
        graph('Dead letters', [deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' })]),
      ],
      [
        graph('Requests', [api.metricCount()], [api.metricLatency({ statistic: 'p95' })]),
        graph('Requests that failed', [api.metricServerError(), api.metricClientError()]),
        graph(
          'Runs started',
          machines.map((machine) => machine.metricStarted()),
        ),
        graph(
          'Runs that failed',
          machines.map((machine) => machine.metricFailed()),
        ),
      ],
    ],
  });
}
