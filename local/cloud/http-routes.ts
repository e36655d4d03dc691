/** A route key taken apart, like `GET /cases/{caseId}`. */
export interface RoutePath {
  readonly routeKey: string;
  readonly method: string;
  readonly segments: readonly string[];
}

export function readRouteKey(routeKey: string): RoutePath {
  if (routeKey === '$default') return { routeKey, method: 'ANY', segments: ['{proxy+}'] };
  const [method = '', path = ''] = routeKey.split(' ');
  return { routeKey, method, segments: path.split('/').slice(1) };
}

export interface RouteMatch<R> {
  readonly route: R;
  readonly pathParameters?: Record<string, string>;
}

/**
 * The route API Gateway would choose for a decoded path: exact segments before `{name}`, `{name}` before `{name+}`,
 * the method's own route before ANY, `$default` last.
 */
export function findRoute<R extends RoutePath>(
  routes: readonly R[],
  method: string,
  path: string,
): RouteMatch<R> | undefined {
  const given = path.split('/').slice(1);
  return routes
    .filter((route) => (route.method === method || route.method === 'ANY') && fits(route.segments, given))
    .sort((a, b) => rank(a).localeCompare(rank(b)))
    .slice(0, 1)
    .map((route) => ({ route, ...parameters(route, given) }))[0];
}

const isParameter = (segment: string) => segment.startsWith('{');
const isGreedy = (segment: string) => segment.endsWith('+}');

const fits = (segments: readonly string[], given: readonly string[]): boolean =>
  segments.every((segment, i) =>
    isParameter(segment) ? (given[i] ?? '') !== '' || segment === '{proxy+}' : segment === given[i],
  ) &&
  (segments.length === given.length || isGreedy(segments.at(-1) ?? ''));

const rank = ({ routeKey, method, segments }: RoutePath): string => {
  const kinds = segments.map((segment) => (isGreedy(segment) ? 2 : isParameter(segment) ? 1 : 0)).join('');
  return `${routeKey === '$default' ? 1 : 0} ${kinds} ${method === 'ANY' ? 1 : 0}`;
};

function parameters({ routeKey, segments }: RoutePath, given: readonly string[]) {
  if (routeKey === '$default') return {};
  const pairs = segments.flatMap((segment, i): [string, string][] => {
    if (isGreedy(segment)) return [[segment.slice(1, -2), given.slice(i).join('/')]];
    return isParameter(segment) ? [[segment.slice(1, -1), given[i] ?? '']] : [];
  });
  return pairs.length > 0 ? { pathParameters: Object.fromEntries(pairs) } : {};
}
