import type { Route } from './route.ts';

/** What the API promises, for programs and for people: nothing in it is a secret. */
export const contractRoutes: Route[] = [
  { method: 'GET', path: '/openapi.json', entry: 'contract/show-openapi', callers: 'public', uses: {} },
  { method: 'GET', path: '/docs', entry: 'contract/show-docs', callers: 'public', uses: {} },
];
