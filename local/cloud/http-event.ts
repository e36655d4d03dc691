import type { IncomingMessage } from 'node:http';
import type { JsonObject } from './json.ts';

/** What the gateway knows when it calls the function. */
export interface Called {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly routeKey: string;
  readonly pathParameters?: Record<string, string>;
  /** The path of the request, decoded: that is how an HTTP API hands it on. */
  readonly path: string;
  readonly rawQueryString: string;
  /** The token's claims, all texts. */
  readonly claims?: Record<string, string>;
  readonly scopes?: readonly string[] | undefined;
  readonly account: string;
  readonly apiId: string;
  readonly stage: string;
  readonly requestId: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const TEXT = /^(text\/|application\/(.*\+)?(json|xml|javascript|x-www-form-urlencoded)\b)/i;

/** The event of payload format 2.0. */
export function httpEvent(called: Called): JsonObject {
  const { request, body, routeKey, pathParameters, path, rawQueryString, claims } = called;
  const { cookie, ...sent } = request.headers;
  const sourceIp = request.socket.remoteAddress?.replace('::ffff:', '') ?? '';
  const host = sent.host ?? '';
  const headers: Record<string, string> = {
    ...Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, [value].flat().join(',')])),
    'x-forwarded-for': sourceIp,
    'x-forwarded-port': host.split(':')[1] ?? '80',
    'x-forwarded-proto': 'http',
  };
  const isText = body.length === 0 || TEXT.test(sent['content-type'] ?? 'text/plain');
  const query = commaJoined(new URLSearchParams(rawQueryString));
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString,
    ...(cookie ? { cookies: cookie.split(/;\s*/) } : {}),
    headers,
    ...(Object.keys(query).length > 0 ? { queryStringParameters: query } : {}),
    requestContext: {
      accountId: called.account,
      apiId: called.apiId,
      ...(claims ? { authorizer: { jwt: { claims, scopes: called.scopes ? [...called.scopes] : null } } } : {}),
      domainName: host.split(':')[0] ?? '',
      domainPrefix: host.split(/[.:]/)[0] ?? '',
      http: {
        method: request.method ?? '',
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp,
        userAgent: sent['user-agent'] ?? '',
      },
      requestId: called.requestId,
      routeKey,
      stage: called.stage,
      time: logTime(new Date(called.now)),
      timeEpoch: Math.floor(called.now),
    },
    ...(pathParameters ? { pathParameters } : {}),
    ...(body.length > 0 ? { body: body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: !isText,
  };
}

function commaJoined(parameters: URLSearchParams): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of parameters) joined[name] = name in joined ? `${joined[name]},${value}` : value;
  return joined;
}

/** Like `12/Mar/2020:19:03:58 +0000`. */
const logTime = (date: Date): string => {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(date.toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
};
