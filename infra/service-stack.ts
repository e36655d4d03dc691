import { ArnFormat, CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { addAlarms } from './alarms.ts';
import { routes } from './api.ts';
import { addBackground, deadLetters } from './background-functions.ts';
import { entries } from './build.ts';
import { mustBeComplete } from './complete-routes.ts';
import { allow } from './constructs/handler-function.ts';
import { addDashboard } from './dashboard.ts';
import type { DataStack } from './data-stack.ts';
import { addRoutes, httpApi } from './http-api.ts';
import { identityOf } from './identity.ts';
import { addMachines } from './machines.ts';
import { mailOf } from './mail.ts';
import { mailRoots } from './root-mail.ts';
import type { ServiceWorld } from './service-world.ts';
import type { Stage } from './stages.ts';
import type { WorkflowName } from './workflows/workflow.ts';

type ServiceProps = StackProps & { stage: Stage; data: DataStack; bundles: string };

/** All that runs: the API, the workflows, what happens by the clock, and the alarms that watch it. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { stage, data, bundles, ...props }: ServiceProps) {
    super(scope, id, props);
    const api = httpApi(this, stage);
    const { authorizer, rolesClaim, signIn } = identityOf(this, stage, `${api.apiEndpoint}/console`);
    const machineName = (workflow: WorkflowName) => `caseloop-${stage.name}-${workflow}`;
    const world: ServiceWorld = {
      stage,
      bundles,
      tables: data.tables,
      functionLog: new LogGroup(this, 'FunctionLog', {
        retention: stage.logDays as RetentionDays,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      tracing: new ManagedPolicy(this, 'Tracing', {
        statements: [allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], ['*'])],
      }),
      configurationSetName: mailOf(this, stage),
      rolesClaim,
      signIn,
      publicUrl: () => api.apiEndpoint,
      machineName,
      machineArn: (workflow) =>
        this.formatArn({
          service: 'states',
          resource: 'stateMachine',
          resourceName: machineName(workflow),
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
    };
    const queue = deadLetters(this);
    mustBeComplete(routes, entries());
    addRoutes(this, api, routes, authorizer, world);
    const sweeps = addBackground(this, data.events, queue, world);
    const machines = addMachines(this, world);
    mailRoots(this, stage, queue);
    addAlarms(this, { machines, sweeps, deadLetters: queue, stage });
    addDashboard(this, { api, machines, deadLetters: queue, stage });
    new CfnOutput(this, 'ApiUrl', { value: api.apiEndpoint });
    new CfnOutput(this, 'ConsoleUrl', { value: `${api.apiEndpoint}/console` });
  }
}
