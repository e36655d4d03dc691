import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import type { Answered } from '../access/access.ts';
import { accessStore } from '../access/access-store.ts';
import { type Caller, callerFrom, type Scope, scopeOf } from './caller.ts';
import { callerRate } from './caller-rate.ts';
import { canonical, sha256 } from './chain.ts';
import { dynamo } from './clients.ts';
import { correlated } from './correlation.ts';
import { isKnown } from './entity-tag.ts';
import { readEnv } from './env.ts';
import { Forbidden } from './errors.ts';
import { type Instant, now } from './now.ts';
import { problem } from './problem.ts';
import { readInput } from './read-input.ts';
import { recorded } from './record-access.ts';

export type Shape<P, Q, B> = { path?: z.ZodMiniType<P>; query?: z.ZodMiniType<Q>; body?: z.ZodMiniType<B> };
export type ApiRequest<P, Q, B> = {
  path: P;
  query: Q;
  body: B;
  caller: Caller;
  scope: Scope;
  now: Instant;
  /** Says whose data was read: the call is recorded under this customer. */
  about: (customerId: string) => void;
  /** There when the client sent an Idempotency-Key: the same key again is the same request. */
  command?: Command;
  /** Who changes something, when, by which request, and on which version they decided (`If-Match`). */
  change: { by: string; at: Instant; command?: Command; ifMatch?: string };
};
type Command = { id: string; hash: string };
/**
 * `type` is for a body that is a text of another kind than JSON, or bytes; `file` is the name they are saved under;
 * `etag` names the version that is shown.
 */
export type Reply = { status?: number; body: unknown; type?: string; file?: string; etag?: string };
export type ApiEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

/**
 * A route: checks who calls and what they send, records the call, and answers in JSON, errors as problem documents.
 * The answer of `act` is 200 with what it returns, unless it says otherwise.
 */
export function api<P = unknown, Q = unknown, B = unknown>(
  shape: Shape<P, Q, B>,
  act: (request: ApiRequest<P, Q, B>) => Promise<Reply>,
) {
  const { CALLERS, ROLES_CLAIM, ACCESS_TABLE } = readEnv('CALLERS', 'ROLES_CLAIM', 'ACCESS_TABLE');
  const accesses = accessStore(dynamo(), ACCESS_TABLE);
  const rate = callerRate();
  const handle = async (event: ApiEvent): Promise<APIGatewayProxyStructuredResultV2> => {
    const caller = callerFrom(event.requestContext.authorizer?.jwt.claims ?? {}, ROLES_CLAIM);
    const scope = scopeOf(caller, CALLERS);
    const known: Answered = { caller, scope, at: now(), status: 200 };
    const about = (customerId: string) => {
      known.customer = customerId;
    };
    async function answered(): Promise<APIGatewayProxyStructuredResultV2> {
      if (!scope) throw new Forbidden();
      rate(caller, scope);
      const input = readInput(shape, event);
      const command = commandOf(event, caller, input);
      const ifMatch = event.headers['if-match'];
      const change = { by: caller.id, at: known.at, ...(command && { command }), ...(ifMatch && { ifMatch }) };
      const request = { ...input, caller, scope, now: known.at, about, change, ...(command && { command }) };
      const reply = await act(request);
      known.body = reply.body;
      return answerWith(reply, event.headers['if-none-match']);
    }
    const refused = (error: unknown) => problem(error, event.requestContext.requestId);
    return recorded(accesses, event, known, await answered().catch(refused));
  };
  const handler = (event: ApiEvent) => correlated(event.requestContext.requestId, () => handle(event));
  return Object.assign(handler, { shape }); // what it reads by is what its contract says
}

export const json = (status: number, body: unknown) => answer(status, 'application/json', JSON.stringify(body));

const answer = (statusCode: number, type: string, body: string) => ({
  statusCode,
  headers: { 'content-type': type, 'cache-control': 'no-store' },
  body,
});

const bytes = (status: number, type: string, body: Uint8Array, file = 'download') => {
  const { headers, ...rest } = answer(status, type, Buffer.from(body).toString('base64'));
  const disposition = `attachment; filename="${file}"`;
  return { ...rest, headers: { ...headers, 'content-disposition': disposition }, isBase64Encoded: true };
};

function answerWith({ status = 200, body, type, file, etag }: Reply, ifNoneMatch?: string) {
  if (etag && ifNoneMatch && isKnown(ifNoneMatch, etag)) return { statusCode: 304, headers: { etag } };
  if (type && body instanceof Uint8Array) return bytes(status, type, body, file);
  const answered = type ? answer(status, type, String(body)) : json(status, body);
  return etag ? { ...answered, headers: { ...answered.headers, etag } } : answered;
}

function commandOf(
  event: ApiEvent,
  caller: Caller,
  { path, body }: { path: unknown; body: unknown },
): Command | undefined {
  const key = event.headers['idempotency-key'];
  if (!key) return undefined;
  return {
    id: sha256(canonical([caller.id, key])).slice(0, 32),
    hash: sha256(canonical([event.routeKey, path, body ?? null])),
  };
}
