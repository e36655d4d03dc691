import { ArnFormat, CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { routes } from './api.ts';
import { entries } from './build.ts';
import { mustBeComplete } from './complete-routes.ts';
import { allow } from './constructs/handler-function.ts';
import type { DataStack } from './data-stack.ts';
import { addRoutes, httpApi } from './http-api.ts';
import { identityOf } from './identity.ts';
import { mailOf } from './mail.ts';
import type { ServiceWorld } from './service-world.ts';
import type { Stage } from './stages.ts';
import type { WorkflowName } from './workflows/workflow.ts';

type ApiProps = StackProps & { stage: Stage; data: DataStack; bundles: string };

/** Every way into the service, and what all of its functions share. */
export class ApiStack extends Stack {
  readonly api: HttpApi;
  readonly world: ServiceWorld;

  constructor(scope: Construct, id: string, { stage, data, bundles, ...props }: ApiProps) {
    super(scope, id, props);
    const api = httpApi(this, stage);
    const { authorizer, rolesClaim, signIn } = identityOf(this, stage, `${api.apiEndpoint}/console`);
    const machineName = (workflow: WorkflowName) => `caseloop-${stage.name}-${workflow}`;
    this.api = api;
    this.world = {
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
    mustBeComplete(routes, entries());
    addRoutes(this, api, routes, authorizer, this.world);
    new CfnOutput(this, 'ApiUrl', { value: api.apiEndpoint });
    new CfnOutput(this, 'ConsoleUrl', { value: `${api.apiEndpoint}/console` });
  }
}
