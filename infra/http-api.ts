import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  type HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import type { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { functionOf } from './functions.ts';
import type { Route } from './route.ts';
import type { ServiceWorld } from './service-world.ts';
import type { Stage } from './stages.ts';

/** The API itself; its routes come later, since some functions must know its address first. */
export function httpApi(scope: Construct, stage: Stage): HttpApi {
  const api = new HttpApi(scope, 'Api', { apiName: `caseloop-${stage.name}`, createDefaultStage: false });
  const logGroup = new LogGroup(scope, 'ApiLog', {
    retention: stage.logDays as RetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  new HttpStage(scope, 'ApiStage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: stage.throttle.rate, burstLimit: stage.throttle.burst },
    detailedMetricsEnabled: true,
    // No path: the link of a survey is a secret of the customer's.
    accessLogSettings: {
      destination: new LogGroupLogDestination(logGroup),
      format: AccessLogFormat.custom(
        JSON.stringify({
          requestId: '$context.requestId',
          route: '$context.routeKey',
          status: '$context.status',
          milliseconds: '$context.responseLatency',
          error: '$context.authorizer.error',
        }),
      ),
    },
  });
  return api;
}

/** One function for each row of the table, and no way in besides. */
export function addRoutes(
  scope: Construct,
  api: HttpApi,
  rows: Route[],
  authorizer: HttpJwtAuthorizer,
  world: ServiceWorld,
) {
  for (const row of rows) {
    const id = idOf(row);
    const handler = functionOf(scope, id, { ...row, entry: `${row.entry}.api` }, world);
    api.addRoutes({
      path: row.path,
      methods: [row.method as HttpMethod],
      integration: new HttpLambdaIntegration(`${id}Integration`, handler),
      authorizer: row.callers === 'public' ? new HttpNoneAuthorizer() : authorizer,
    });
  }
}

/** `case/open-case` → `OpenCaseApi`. */
const idOf = ({ entry }: Route): string =>
  `${entry.slice(entry.indexOf('/') + 1)}-api`.replace(/(^|-)([a-z])/g, (_, __, letter: string) =>
    letter.toUpperCase(),
  );
