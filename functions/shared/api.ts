import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { type Caller, callerFrom, type Scope, scopeOf } from './caller.ts';
import { canonical, sha256 } from './chain.ts';
import { readEnv } from './env.ts';
import { Forbidden } from './errors.ts';
import { type Instant, now } from './now.ts';
import { problem } from './problem.ts';
import { readInput } from './read-input.ts';

export type Shape<P, Q, B> = { path?: z.ZodMiniType<P>; query?: z.ZodMiniType<Q>; body?: z.ZodMiniType<B> };
export type ApiRequest<P, Q, B> = {
  path: P;
  query: Q;
  body: B;
  caller: Caller;
  scope: Scope;
  now: Instant;
  /** There when the client sent an Idempotency-Key: the same key again is the same request. */
  command?: { id: string; hash: string };
};
/** `type` is for a body that is a text of another kind than JSON. */
export type Reply = { status?: number; body: unknown; type?: string };
export type ApiEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

/**
 * A route: checks who calls and what they send, and answers in JSON, errors as problem documents.
 * The answer of `act` is 200 with what it returns, unless it says otherwise.
 */
export function api<P = unknown, Q = unknown, B = unknown>(
  shape: Shape<P, Q, B>,
  act: (request: ApiRequest<P, Q, B>) => Promise<Reply>,
) {
  const { CALLERS, ROLES_CLAIM } = readEnv('CALLERS', 'ROLES_CLAIM');
  const handler = async (event: ApiEvent): Promise<APIGatewayProxyStructuredResultV2> => {
    try {
      const caller = callerFrom(event.requestContext.authorizer?.jwt.claims ?? {}, ROLES_CLAIM);
      const scope = scopeOf(caller, CALLERS);
      if (!scope) throw new Forbidden();
      const input = readInput(shape, event);
      const command = commandOf(event, caller, input);
      const {
        status = 200,
        body,
        type,
      } = await act({ ...input, caller, scope, now: now(), ...(command && { command }) });
      return type ? answer(status, type, String(body)) : json(status, body);
    } catch (error) {
      return problem(error, event.requestContext.requestId);
    }
  };
  return Object.assign(handler, { shape }); // what it reads by is what its contract says
}

export const json = (status: number, body: unknown) => answer(status, 'application/json', JSON.stringify(body));

const answer = (statusCode: number, type: string, body: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': type, 'cache-control': 'no-store' },
  body,
});

function commandOf(event: ApiEvent, caller: Caller, { path, body }: { path: unknown; body: unknown }) {
  const key = event.headers['idempotency-key'];
  if (!key) return undefined;
  return {
    id: sha256(canonical([caller.id, key])).slice(0, 32),
    hash: sha256(canonical([event.routeKey, path, body ?? null])),
  };
}
