import type { IncomingMessage } from 'node:http';
import type { JWTPayload } from 'jose';
import * as z from 'zod';
import type { Deployed } from './deployment.ts';
import type { Issuer } from './issuer.ts';

export const AuthorizerProperties = z.object({
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.array(z.string()).default(['$request.header.Authorization']),
  JwtConfiguration: z.object({ Audience: z.array(z.string()), Issuer: z.string() }),
});
export type Authorizer = Deployed<z.infer<typeof AuthorizerProperties>>;

export type Verdict =
  | { readonly claims: Record<string, string>; readonly scopes?: readonly string[] | undefined }
  | { readonly refused: 401 | 403; readonly because: string };

/** Checks a request as an HTTP API's JWT authorizer does. `scopes`: the route asks for at least one of them. */
export async function authorize(
  { properties }: Authorizer,
  request: IncomingMessage,
  query: URLSearchParams,
  issuer: Issuer,
  scopes: readonly string[] = [],
): Promise<Verdict> {
  const { Audience, Issuer: trusted } = properties.JwtConfiguration;
  const token = identity(properties.IdentitySource[0] ?? '', request, query)?.replace(/^Bearer\s+/i, '');
  if (!token) return { refused: 401, because: 'Bearer' };
  let payload: JWTPayload;
  try {
    payload = await issuer.verify(token, trusted);
  } catch (error) {
    return invalid(error instanceof Error ? error.message : 'the token is invalid');
  }
  const audience = [payload.aud ?? payload.client_id ?? []].flat(); // client_id counts only without aud
  if (!audience.some((one) => Audience.includes(String(one))))
    return invalid('the token does not have a valid audience');
  if (scopes.length > 0) {
    const granted = [payload.scope ?? payload.scp ?? []].flat().flatMap((scope) => String(scope).split(' '));
    const wanted = scopes.filter((scope) => granted.includes(scope));
    if (wanted.length === 0) return { refused: 403, because: 'insufficient_scope' };
    return { claims: texts(payload), scopes: wanted };
  }
  return { claims: texts(payload) };
}

/** `source` like `$request.header.Authorization`. */
function identity(source: string, request: IncomingMessage, query: URLSearchParams): string | undefined {
  const [, kind, name = ''] = /^\$request\.(header|querystring)\.(.+)$/.exec(source) ?? [];
  if (kind === 'querystring') return query.get(name) ?? undefined;
  return kind ? [request.headers[name.toLowerCase()]].flat()[0] : undefined;
}

const invalid = (reason: string): Verdict => ({
  refused: 401,
  because: `Bearer scope="" error="invalid_token" error_description="${reason.replaceAll('"', "'")}"`,
});

/** The gateway hands every claim on as a text: a list as `[one two]`. */
const texts = (payload: JWTPayload): Record<string, string> =>
  Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, text(value)]));

const text = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(text).join(' ')}]`;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
};
