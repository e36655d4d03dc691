import type { Example } from '../../functions/contract/contract.ts';
import type { ApiEvent } from '../../functions/shared/api.ts';
import { colleagues, customers, others } from '../seed/people.ts';
import type { PromisedRoute } from './promised-route.ts';
import type { Scene } from './scene.ts';

/** What a route answered to one of its examples. */
export type Played = {
  route: PromisedRoute;
  name: string;
  example: Example;
  status: number;
  headers: Record<string, unknown>;
  text: string;
};

/** Sends every example of these routes to the real handler, each in a scene of its own. */
export async function playExamples(scene: Scene, routes: readonly PromisedRoute[]): Promise<Played[]> {
  const played: Played[] = [];
  for (const route of routes) {
    for (const [name, example] of Object.entries(route.contract.examples)) {
      await scene.putBack();
      const { statusCode = 0, headers = {}, body = '' } = await route.handler(eventOf(route, example));
      played.push({ route, name, example, status: statusCode, headers, text: settled(body) });
    }
  }
  return played;
}

const people = [...customers, ...colleagues, ...others];

/** A request as API Gateway hands it to the function, its token already checked. */
export function eventOf({ row, contract }: PromisedRoute, { as, path, query, body, headers = {} }: Example): ApiEvent {
  const routeKey = `${row.method} ${row.path}`;
  const form = contract.takes?.type === 'application/x-www-form-urlencoded';
  const roles = people.find(({ id }) => id === as)?.roles ?? [];
  const text = form ? formOf(body) : JSON.stringify(body);
  const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
  return {
    version: '2.0',
    routeKey,
    rawPath: row.path,
    rawQueryString: formOf(query),
    headers: { ...(body !== undefined && { 'content-type': type }), ...headers },
    ...(path !== undefined && { pathParameters: path as Record<string, string> }),
    ...(query !== undefined && { queryStringParameters: query as Record<string, string> }),
    ...(body !== undefined && { body: text }),
    isBase64Encoded: false,
    requestContext: {
      requestId: 'c4a1f0de-0000-4000-8000-000000000000',
      routeKey,
      timeEpoch: Date.now(),
      http: { method: row.method, path: row.path },
      authorizer: { jwt: { claims: { sub: as ?? '', roles: `[${roles.join(' ')}]` }, scopes: [] } },
    } as unknown as ApiEvent['requestContext'],
  };
}

/** Fields as a form sends them; what has no fields, as text. */
const formOf = (fields: unknown): string =>
  typeof fields === 'object' && !Array.isArray(fields)
    ? new URLSearchParams((fields ?? {}) as Record<string, string>).toString()
    : String(fields ?? '');

/** Ids that were drawn while an example was played are drawn anew each time; in the contract they stand still. */
function settled(answered: string): string {
  const text = answered.replace(/(?<=\b(?:int|note|comment)_[0-9a-z]{26,}\.)[0-9a-f]{64}/g, '0'.repeat(64));
  const drawn = [...new Set(text.match(/\b(?:case|int|note|comment)_[0-9a-z]{26,}/g) ?? [])].filter(
    (id) => !id.startsWith('case_0000'),
  );
  return drawn.reduce((before, id, n) => {
    const prefix = id.slice(0, id.indexOf('_') + 1);
    return before.replaceAll(id, `${prefix}${`new${n || ''}`.padStart(id.length - prefix.length, '0')}`);
  }, text);
}
