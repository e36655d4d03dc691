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
import { type IRole, PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { allow } from './constructs/handler-function.ts';
import { LambdaInRole } from './constructs/lambda-in-role.ts';
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
  for (const concept of new Set(rows.map(conceptOf))) {
    const ofConcept = rows.filter((row) => conceptOf(row) === concept);
    const handlers = ofConcept.map((row) => ({
      row,
      id: idOf(row),
      handler: functionOf(scope, idOf(row), { ...row, entry: `${row.entry}.api` }, world),
    }));
    const role = mayCall(
      scope,
      concept,
      handlers.map(({ handler }) => handler),
    );
    for (const { row, id, handler } of handlers) {
      api.addRoutes({
        path: row.path,
        methods: [row.method as HttpMethod],
        integration: new LambdaInRole(`${id}Integration`, handler, role),
        authorizer: row.callers === 'public' ? new HttpNoneAuthorizer() : authorizer,
      });
    }
  }
}

const conceptOf = ({ entry }: Route): string => entry.slice(0, entry.indexOf('/'));

/** In whose name the API calls the functions of a concept. */
const mayCall = (scope: Construct, concept: string, handlers: LambdaFunction[]): IRole =>
  new Role(scope, `${concept}-api-role`, {
    assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
    inlinePolicies: {
      its: new PolicyDocument({
        statements: [
          allow(
            ['lambda:InvokeFunction'],
            handlers.map(({ functionArn }) => functionArn),
          ),
        ],
      }),
    },
  }).withoutPolicyUpdates();

/** `case/open-case` → `OpenCaseApi`. */
const idOf = ({ entry }: Route): string =>
  `${entry.slice(entry.indexOf('/') + 1)}-api`.replace(/(^|-)([a-z])/g, (_, __, letter: string) =>
    letter.toUpperCase(),
  );
