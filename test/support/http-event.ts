import type { ApiEvent } from '../../functions/shared/api.ts';

type Request = {
  route?: string;
  path?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** Sent as JSON, or as it is if it is text. */
  body?: unknown;
  base64?: boolean;
  claims?: Record<string, string>;
};

/** A request as an HTTP API hands it to a function (payload format 2.0), its token already checked. */
export function httpEvent(request: Request = {}): ApiEvent {
  const { route = 'POST /things', path, query, headers = {}, body, base64 = false, claims } = request;
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const [method = '', rawPath = ''] = route.split(' ');
  return {
    version: '2.0',
    routeKey: route,
    rawPath,
    rawQueryString: '',
    headers,
    ...(path && { pathParameters: path }),
    ...(query && { queryStringParameters: query }),
    ...(text !== undefined && { body: base64 ? Buffer.from(text).toString('base64') : text }),
    isBase64Encoded: base64,
    requestContext: {
      accountId: '1',
      apiId: 'api',
      domainName: 'api.example.org',
      domainPrefix: 'api',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'request-1',
      routeKey: route,
      stage: '$default',
      time: '',
      timeEpoch: 0,
      authorizer: {
        principalId: '',
        integrationLatency: 0,
        jwt: { claims: claims ?? { sub: 'ann', roles: '[agent]' }, scopes: [] },
      },
    },
  };
}
