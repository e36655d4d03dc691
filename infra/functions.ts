import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Callers } from '../functions/shared/caller.ts';
import { type AccountUse, accountSystemPart } from './account-system.ts';
import { allow, handlerFunction } from './constructs/handler-function.ts';
import type { TableSetting } from './data-stack.ts';
import type { ServiceWorld } from './service-world.ts';
import type { Uses } from './uses.ts';
import type { WorkflowName } from './workflows/workflow.ts';

export type FunctionRow = {
  entry: string;
  uses: Uses;
  answers?: readonly WorkflowName[];
  callers?: Callers | 'public';
  deadLetters?: IQueue;
  minutes?: number;
  /** What it takes besides, to be called as it is. */
  permissions?: PolicyStatement[];
};

/** Makes the function of a row: its environment and its rights are the two sides of what the row says it uses. */
export function functionOf(scope: Construct, id: string, row: FunctionRow, world: ServiceWorld): LambdaFunction {
  const parts = Object.entries(row.uses).map(([name, use]) => part(scope, name, use, world));
  const callers = row.callers && row.callers !== 'public' ? routeEnvironment(row.callers, world) : {};
  // Whoever calls a route is recorded, whatever the route: no row has to ask for it.
  if ('CALLERS' in callers) parts.push(tablePart('ACCESS_TABLE', ['PutItem'], world));
  const answered = (row.answers ?? []).map((name) => world.machineArn(name));
  return handlerFunction(scope, id, {
    entry: row.entry,
    bundles: world.bundles,
    environment: Object.assign(callers, ...parts.map(({ environment }) => environment)),
    permissions: [
      ...parts.flatMap(({ permissions }) => permissions),
      ...(row.permissions ?? []),
      ...(answered.length > 0 ? [allow(['states:SendTaskSuccess'], answered)] : []),
    ],
    logGroup: world.functionLog,
    tracing: world.tracing,
    deadLetters: row.deadLetters,
    ...(row.minutes && { timeout: Duration.minutes(row.minutes) }),
  });
}

const routeEnvironment = (callers: Callers, { rolesClaim }: ServiceWorld): Record<string, string> => ({
  CALLERS: JSON.stringify(callers),
  ROLES_CLAIM: rolesClaim,
});

export type Part = { environment: Record<string, string>; permissions: PolicyStatement[] };

function part(scope: Construct, name: string, use: Uses[keyof Uses], world: ServiceWorld): Part {
  const { stage } = world;
  if (name === 'ACCOUNT_SYSTEM') return accountSystemPart(use as AccountUse, world);
  if (name === 'MAIL') return mailPart(scope, world);
  if (name === 'EVENTS') return eventsPart(scope);
  if (name === 'ORGANISATION') return { environment: { ORGANISATION: stage.organisation }, permissions: [] };
  if (name === 'TIME_ZONE') return { environment: { TIME_ZONE: stage.timeZone }, permissions: [] };
  if (name === 'PUBLIC_URL') return { environment: { PUBLIC_URL: world.publicUrl() }, permissions: [] };
  if (name === 'SIGN_IN') return signInPart(world);
  if (name.endsWith('_TABLE')) return tablePart(name as TableSetting, use as readonly string[], world);
  return workflowPart(scope, name, use as readonly string[], world);
}

function tablePart(name: TableSetting, use: readonly string[], { tables }: ServiceWorld): Part {
  const table = tables[name];
  const [onIndexes, onTable] = [use.filter((one) => one.includes(' ')), use.filter((one) => !one.includes(' '))];
  const indexArns = onIndexes.map((one) => `${table.tableArn}/index/${one.split(' ')[1]}`);
  const permissions = [
    ...(onTable.length > 0
      ? [
          allow(
            onTable.map((action) => `dynamodb:${action}`),
            [table.tableArn],
          ),
        ]
      : []),
    ...(indexArns.length > 0 ? [allow(['dynamodb:Query'], indexArns)] : []),
    ...(table.encryptionKey ? [allow(['kms:Decrypt', 'kms:DescribeKey'], [table.encryptionKey.keyArn])] : []),
  ];
  return { environment: { [name]: table.tableName }, permissions };
}

function workflowPart(scope: Construct, name: string, use: readonly string[], world: ServiceWorld): Part {
  const workflow = name.replace('_WORKFLOW_ARN', '').toLowerCase() as WorkflowName;
  const arn = world.machineArn(workflow);
  const onMachine = (action: string) => action === 'StartExecution' || action === 'ListExecutions';
  const start = use.filter(onMachine);
  const look = use.filter((action) => !onMachine(action));
  const executions = Stack.of(scope).formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: `${world.machineName(workflow)}:*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  const permissions = [
    ...(start.length > 0
      ? [
          allow(
            start.map((action) => `states:${action}`),
            [arn],
          ),
        ]
      : []),
    ...(look.length > 0
      ? [
          allow(
            look.map((action) => `states:${action}`),
            [executions],
          ),
        ]
      : []),
  ];
  return { environment: { [name]: arn }, permissions };
}

const signInPart = ({ signIn, stage: { runbook } }: ServiceWorld): Part => ({
  environment: { SIGN_IN: JSON.stringify({ ...signIn, ...(runbook && { runbook }) }) },
  permissions: [],
});

const eventsPart = (scope: Construct): Part => ({
  environment: { EVENT_BUS: 'default' },
  permissions: [
    allow(
      ['events:PutEvents'],
      [Stack.of(scope).formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' })],
    ),
  ],
});

const mailPart = (scope: Construct, { stage, configurationSetName }: ServiceWorld): Part => ({
  environment: { MAIL_FROM: stage.mailFrom, CONFIGURATION_SET: configurationSetName },
  permissions: [
    allow(
      ['ses:SendEmail'],
      [
        Stack.of(scope).formatArn({ service: 'ses', resource: 'identity', resourceName: stage.mailFrom }),
        Stack.of(scope).formatArn({
          service: 'ses',
          resource: 'configuration-set',
          resourceName: configurationSetName,
        }),
      ],
    ),
  ],
});
