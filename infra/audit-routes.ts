import type { Callers } from '../functions/shared/caller.ts';
import type { Route } from './route.ts';

const auditors: Callers = { auditor: 'any', admin: 'any' };
// What administrators did stands in it as well: they are not among its readers.
const auditorsAlone: Callers = { auditor: 'any' };

/** What those may look at who check what the others did. */
export const auditRoutes: Route[] = [
  {
    method: 'GET',
    path: '/audit/verify',
    entry: 'audit/verify-case',
    callers: auditors,
    uses: { CASE_EVENTS_TABLE: ['Query'], ROOTS_TABLE: ['GetItem', 'Query'] },
  },
  {
    method: 'GET',
    path: '/audit/access',
    entry: 'access/list-access',
    callers: auditors,
    uses: { ACCESS_TABLE: ['Query', 'Query byReader'] },
  },
  {
    method: 'GET',
    path: '/audit/observations',
    entry: 'observation/list-observations',
    callers: auditorsAlone,
    uses: { OBSERVATIONS_TABLE: ['Query'] },
  },
];
