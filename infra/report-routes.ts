import type { Callers } from '../functions/shared/caller.ts';
import type { Route } from './route.ts';

// A report is about everybody; whoever works on cases sees those, and not how colleagues are rated.
const reportReaders: Callers = { manager: 'any', admin: 'any', auditor: 'any' };

export const reportRoutes: Route[] = [
  {
    method: 'GET',
    path: '/reports/cases',
    entry: 'report/show-cases',
    callers: reportReaders,
    uses: { CASE_VIEWS_TABLE: ['Query'], TIME_ZONE: true },
  },
  {
    method: 'GET',
    path: '/reports/satisfaction',
    entry: 'report/show-satisfaction',
    callers: reportReaders,
    uses: { CASE_VIEWS_TABLE: ['Query'], TIME_ZONE: true },
  },
];
