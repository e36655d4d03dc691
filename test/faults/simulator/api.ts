import { routes } from '../../../infra/api.ts';
import type { SteppingClock } from './clock.ts';
import type { Functions } from './lambda.ts';

export type Asked = {
  /** Who calls, and as what; nobody in particular behind a public link. */
  as?: { id: string; roles: string };
  body?: unknown;
  /** A form, as a browser sends it. */
  form?: Record<string, string>;
  key?: string;
  query?: Record<string, string>;
};
export type Answered = { status: number; text: string; body: unknown };
/** One call, as it was made. */
export type Request = { method: string; path: string; asked: Asked };
export type Api = ReturnType<typeof createApi>;

/** The way in, as API Gateway has it. An answer that never comes, or an error, is 500 or above. */
export function createApi({
  clock,
  functions,
  note,
  answered,
}: {
  clock: SteppingClock;
  functions: Functions;
  note(line: string): void;
  answered(request: Request, answer: Answered): void;
}) {
  let requests = 0;
  return async function call(method: string, path: string, asked: Asked = {}): Promise<Answered> {
    const { entry, routeKey, pathParameters } = routeOf(method, path);
    const answer = await functions.invoke(`${entry}.api`, {
      version: '2.0',
      routeKey,
      rawPath: path,
      headers: { ...(asked.key && { 'idempotency-key': asked.key }) },
      pathParameters,
      ...(asked.query && { queryStringParameters: asked.query }),
      ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
      ...(asked.form && { body: new URLSearchParams(asked.form).toString() }),
      isBase64Encoded: false,
      requestContext: {
        requestId: `request-${++requests}`,
        timeEpoch: clock.now(),
        http: { method, path, sourceIp: '192.0.2.1' },
        ...(asked.as && { authorizer: { jwt: { claims: { sub: asked.as.id, roles: asked.as.roles } } } }),
      },
    });
    const { statusCode, body = '' } =
      'error' in answer ? { statusCode: 500 } : (answer.payload as { statusCode: number; body?: string });
    note(`${method} ${path.replace(/surveys\/.*/, 'surveys/…')} by ${asked.as?.id ?? 'somebody'}: ${statusCode}`);
    const given = { status: statusCode, text: body, body: body.startsWith('{') ? JSON.parse(body) : undefined };
    answered({ method, path, asked }, given);
    return given;
  };
}

const patterns = routes.map(({ method, path, entry }) => ({
  method,
  entry,
  routeKey: `${method} ${path}`,
  names: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
  pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]+)')}$`),
}));

function routeOf(method: string, path: string) {
  for (const { pattern, names, ...route } of patterns) {
    const found = route.method === method && pattern.exec(path);
    if (found)
      return { ...route, pathParameters: Object.fromEntries(names.map((name, n) => [name, found[n + 1] ?? ''])) };
  }
  throw new Error(`There is no route ${method} ${path}`);
}
