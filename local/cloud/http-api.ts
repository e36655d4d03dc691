import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { CorsConfiguration, corsHeaders } from './cross-origin.ts';
import type { Deployment } from './deployment.ts';
import type { Functions } from './function-runtime.ts';
import { httpEvent } from './http-event.ts';
import { type HttpResponse, httpResponse, message } from './http-response.ts';
import { findRoute, readRouteKey } from './http-routes.ts';
import type { Issuer } from './issuer.ts';
import { type Authorizer, AuthorizerProperties, authorize } from './jwt-authorizer.ts';
import { readBody } from './request-body.ts';
import { createThrottle } from './throttle.ts';

const Limits = z.object({ ThrottlingBurstLimit: z.number().optional(), ThrottlingRateLimit: z.number().optional() });
const Api = z.object({ ProtocolType: z.literal('HTTP'), CorsConfiguration: CorsConfiguration.optional() });
const Stage = z.object({
  StageName: z.string(),
  DefaultRouteSettings: Limits.default({}),
  RouteSettings: z.record(z.string(), Limits).default({}),
});
const Integration = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});
const Route = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['JWT', 'NONE']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});

const LONGEST_BODY = 10 * 1024 * 1024;
const ACCOUNT_LIMITS = { burst: 5000, rate: 10_000 };

export interface HttpApiWorld {
  readonly functions: Functions;
  readonly issuer: Issuer;
  now(): number;
}

export type AnswerHttp = (request: IncomingMessage) => Promise<HttpResponse>;

/** The HTTP API of the template. Every request is answered as API Gateway would, also when nothing fits. */
export function createHttpApi(deployment: Deployment, { functions, issuer, now }: HttpApiWorld): AnswerHttp {
  const [api, ...others] = deployment.resources('AWS::ApiGatewayV2::Api', Api);
  if (others.length > 0)
    throw new Error(`More than one HTTP API: ${others.map(({ logicalId }) => logicalId).join(', ')}`);
  const stage = deployment.resources('AWS::ApiGatewayV2::Stage', Stage)[0]?.properties;
  const integrations = deployment.resources('AWS::ApiGatewayV2::Integration', Integration);
  const authorizers = deployment.resources('AWS::ApiGatewayV2::Authorizer', AuthorizerProperties);
  const basePath = !stage || stage.StageName === '$default' ? '' : `/${stage.StageName}`;

  const routes = deployment.resources('AWS::ApiGatewayV2::Route', Route).map(({ properties }) => {
    const { RouteKey, Target, AuthorizerId, AuthorizationScopes } = properties;
    const integration = integrations.find(({ ref }) => Target === `integrations/${ref}`);
    if (!integration) throw new Error(`Route ${RouteKey} has no integration`);
    const limits = { ...stage?.DefaultRouteSettings, ...stage?.RouteSettings[RouteKey] };
    const { ThrottlingBurstLimit: burst, ThrottlingRateLimit: rate } = limits;
    return {
      ...readRouteKey(RouteKey),
      function: functions.find(integration.properties.IntegrationUri).ref,
      authorizer: properties.AuthorizationType === 'JWT' ? authorizerOf(authorizers, AuthorizerId) : undefined,
      scopes: AuthorizationScopes,
      throttle: createThrottle({ burst: burst ?? ACCOUNT_LIMITS.burst, rate: rate ?? ACCOUNT_LIMITS.rate }),
    };
  });

  async function answer(request: IncomingMessage, requestId: string): Promise<HttpResponse> {
    const [rawPath = '/', rawQueryString = ''] = (request.url ?? '/').split(/\?(.*)/s);
    const body = await readBody(request, LONGEST_BODY);
    const path = decoded(rawPath);
    if (path === undefined) return message(400, 'Bad Request');
    if (!path.startsWith(basePath)) return message(404, 'Not Found');
    const found = findRoute(routes, request.method ?? '', path.slice(basePath.length) || '/');
    if (!found) return message(404, 'Not Found');
    const { route, ...parameters } = found;
    if (!route.throttle.pass()) return message(429, 'Too Many Requests');
    const query = new URLSearchParams(rawQueryString);
    const verdict = route.authorizer && (await authorize(route.authorizer, request, query, issuer, route.scopes));
    if (verdict && 'refused' in verdict)
      return verdict.refused === 401
        ? message(401, 'Unauthorized', { 'www-authenticate': verdict.because })
        : message(403, 'Forbidden', { 'www-authenticate': verdict.because });
    if (!body) return message(413, 'Request Entity Too Large');
    const event = httpEvent({
      request,
      body,
      path,
      rawQueryString,
      requestId,
      routeKey: route.routeKey,
      account: deployment.account,
      apiId: api?.ref ?? '',
      stage: stage?.StageName ?? '$default',
      now: now(),
      ...parameters,
      ...verdict,
    });
    const result = await functions.invoke(route.function, event);
    return 'error' in result ? message(500, 'Internal Server Error') : httpResponse(result.payload);
  }

  return async (request) => {
    const cors = api?.properties.CorsConfiguration;
    const preflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
    const allowed = cors ? corsHeaders(cors, request.headers, preflight) : {};
    if (cors && preflight) return { status: 204, headers: allowed, body: Buffer.alloc(0) };
    const requestId = crypto.randomUUID();
    const response = await answer(request, requestId);
    return { ...response, headers: { ...response.headers, ...allowed, 'apigw-requestid': requestId } };
  };
}

function authorizerOf(authorizers: readonly Authorizer[], id: string | undefined): Authorizer {
  const found = authorizers.find(({ ref }) => ref === id);
  if (!found) throw new Error(`There is no authorizer ${id}`);
  return found;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
