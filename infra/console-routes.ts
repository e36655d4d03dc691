import { type Route, readers } from './route.ts';
import { everyRun } from './uses.ts';

/** What operators look at. The page itself holds no data, so whoever asks may have it. */
export const consoleRoutes: Route[] = [
  {
    method: 'GET',
    path: '/console',
    entry: 'console/show-console',
    callers: 'public',
    uses: { SIGN_IN: true, ORGANISATION: true },
  },
  { method: 'GET', path: '/machines/{machine}', entry: 'console/show-machine', callers: readers, uses: {} },
  {
    method: 'GET',
    path: '/runs',
    entry: 'case/list-all-runs',
    callers: readers,
    uses: everyRun('ListExecutions'),
  },
];
